/** What is wrong with a workbook, as data: whoever shows it makes the sentence. */
export type ImportProblem = {
  /** The sheet's title as it stands in the workbook; null for the file as a whole. */
  sheet: string | null;
  /** As the spreadsheet numbers its rows; null for the whole sheet. */
  row: number | null;
  /** The column's letter and heading as they stand in the workbook; null for the whole row. */
  column: { letter: string; heading: string } | null;
  problem: ProblemKey;
  /** Fills in the sentence. Words and headings come in the language of the sheet. */
  data: ProblemData;
};

export type ProblemData = Record<string, string | number>;

/** Everything an import may find wrong. The texts are keyed by these names, none missing. */
export const PROBLEM_KEYS = [
  // The file
  'too-big', // data: megabytes
  'not-a-workbook',
  'old-format',
  'encrypted',
  'broken-file',
  'nothing-to-import',
  // A sheet
  'unknown-sheet', // data: sheets
  'sheet-twice',
  'no-headings', // data: headings
  'unknown-column', // data: headings
  'no-heading',
  'column-twice',
  'missing-column', // data: heading
  // A cell
  'required',
  'cell-error', // data: value
  'no-result',
  'text-is-date',
  'text-too-long', // data: limit
  'not-a-day', // data: value
  'not-a-time', // data: value
  'not-a-number', // data: value, min, max
  'unknown-word', // data: value, words
  'unknown-role', // data: value, words
  'not-a-letter', // data: value
  'not-a-class', // data: value
  // The year
  'no-year',
  'one-year',
  'year-closed', // data: year
  'year-too-long',
  'years-overlap', // data: year
  'ends-before-start',
  'outside-year', // data: from, to
  'terms-overlap', // data: other
  'term-outside-year', // data: other
  'grades-reversed',
  'term-closed',
  'bells-overlap', // data: other
  // Records
  'same-key', // data: row
  'key-of-another', // data: name
  'same-number', // data: name
  'move-date', // data: class, after
  'unknown-staff', // data: value
  'not-a-teacher', // data: value
  'unknown-pupil', // data: value
  'unknown-class', // data: value
  'unknown-subject', // data: value
  'unknown-course', // data: course
  'not-your-course', // data: course
  'unknown-bell', // data: number
  'not-in-class', // data: class
  'class-busy', // data: other
  'teacher-busy', // data: other
  'works-over-hours', // data: works, hours
  'grade-one-homework',
] as const;

export type ProblemKey = (typeof PROBLEM_KEYS)[number];
