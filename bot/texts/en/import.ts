import type { Texts } from '../ru.ts';

const errors = (count: number) => (count === 1 ? '1 error' : `${count} errors`);

const problems: Texts['importing']['problems'] = {
  'too-big': ({ megabytes }) =>
    `The file is too big. Expected: an Excel workbook up to ${megabytes} MB, without pictures and other sheets.`,
  'not-a-workbook': () => 'This is no Excel workbook. Expected: a file .xlsx.',
  'old-format': () =>
    'This is a file of the old format. Save it in Excel as “Excel Workbook (.xlsx)”.',
  encrypted: () => 'The file has a password. Remove it and save the file again.',
  'broken-file': () => 'The file is damaged and can’t be read. Save it in Excel again.',
  'nothing-to-import': ({ sheets }) =>
    `The file has no row to import. Expected are the sheets: ${sheets}.`,

  'unknown-sheet': ({ sheets }) =>
    `the journal knows no such sheet. Rename or remove it. Expected: ${sheets}.`,
  'sheet-twice': () => 'a second sheet about the same. Make one of them.',
  'no-headings': ({ headings }) => `no row of headings. Expected are the columns: ${headings}.`,
  'unknown-column': ({ headings }) =>
    `this sheet has no such column. Rename or remove it. Expected: ${headings}.`,
  'no-heading': () => 'the column has values but no heading. Add one or clear the column.',
  'column-twice': () => 'this column stands further left already. Keep one.',
  'missing-column': ({ heading }) => `the required column “${heading}” is missing.`,

  required: () => 'empty. This cell is required.',
  'cell-error': ({ value }) => `the cell has the error ${value}. Mend the formula or type a value.`,
  'no-result': () => 'a formula without a value. Open and save the file in Excel, or type a value.',
  'text-is-date': () =>
    'Excel made a date of it. Expected: a text; give the cell the format Text and type it again.',
  'text-too-long': ({ limit }) => `too long. Expected: at most ${limit} characters.`,
  'not-a-day': ({ value }) => `“${value}” is no date. Expected: a date, as 2026-09-01.`,
  'not-a-time': ({ value }) => `“${value}” is no time. Expected: a time, as 8:30.`,
  'not-a-number': ({ value, min, max }) =>
    `“${value}” does not fit. Expected: a whole number from ${min} to ${max}.`,
  'unknown-word': ({ value, words }) => `“${value}” does not fit. Expected: one of ${words}.`,
  'unknown-role': ({ value, words }) =>
    `there is no role “${value}”. Expected, by commas: ${words}. A class teacher is named on the sheet of classes.`,
  'not-a-letter': ({ value }) => `“${value}” is no letter of a class. Expected: a letter, as А.`,
  'not-a-class': ({ value }) => `“${value}” is no class. Expected: a grade and a letter, as 7А.`,

  'no-year': () =>
    'The journal has no open academic year. Add the sheet Academic year with one row.',
  'one-year': () => 'a second academic year. Expected: one row; import one year at a time.',
  'year-closed': ({ year }) => `the academic year ${year} is closed, an import can’t change it.`,
  'year-too-long': () => 'the year is longer than 400 days. Check the date.',
  'years-overlap': ({ year }) => `the year overlaps ${year}. Check the dates and the name.`,
  'ends-before-start': () => 'the end is not after the beginning. Expected: a later one.',
  'outside-year': ({ from, to }) => `outside the academic year. Expected: from ${from} to ${to}.`,
  'terms-overlap': ({ other }) =>
    `overlaps another term of the same grades (${other}). Mend the dates.`,
  'term-outside-year': ({ other }) =>
    `a term of the journal would be outside these dates (${other}). Mend the year or the term.`,
  'grades-reversed': () =>
    'the highest grade is below the lowest. Expected: no less than From grade.',
  'term-closed': () =>
    'the term is closed, an import can’t change it. Put back its dates and grades.',
  'bells-overlap': ({ other }) => `overlaps lesson ${other}. Expected: a beginning after its end.`,

  'same-key': ({ row }) =>
    `the same again with other data, see row ${row}. Keep one row or mend the key.`,
  'key-of-another': ({ name }) =>
    `in the journal this key is of another person: ${name}. Keys never change hands. Check it.`,
  'same-number': ({ name }) => `${name} has this number in the class. Expected: a free one.`,
  'move-date': ({ class: name, after }) =>
    `the pupil is in class ${name} already. Expected: a day of the move after ${after}.`,
  'unknown-staff': ({ value }) =>
    `nobody on the staff has the key “${value}”. Expected: a key of the sheet of the staff.`,
  'not-a-teacher': ({ value }) =>
    `“${value}” has no role “teacher”. Add it on the sheet of the staff.`,
  'unknown-pupil': ({ value }) =>
    `no pupil has the key “${value}”. Expected: a key of the sheet of pupils.`,
  'unknown-class': ({ value }) =>
    `this year has no class “${value}”. Expected: a class of the sheet of classes.`,
  'unknown-subject': ({ value }) =>
    `there is no subject “${value}”. Expected: a name of the sheet of subjects.`,
  'unknown-course': ({ course }) =>
    `there is no course “${course}”. Expected: a course of the sheet of courses.`,
  'not-your-course': ({ course }) =>
    `the course “${course}” isn't yours. Remove the row or name a course of your own.`,
  'unknown-bell': ({ number }) =>
    `no bell rings for lesson ${number}. Expected: a number of the sheet of bells.`,
  'not-in-class': ({ class: name }) =>
    `the pupil is not in class ${name}. Expected: a pupil of this class.`,
  'class-busy': ({ other }) =>
    `the class has a lesson at that time (${other}). Mend the weekday or the number.`,
  'teacher-busy': ({ other }) =>
    `the teacher is busy at that time (${other}). Mend the lesson, or give one room to a common lesson.`,
  'works-over-hours': ({ works, hours }) =>
    `${works} control and practical works in ${hours} hours. Expected: no more than the hours.`,
  'grade-one-homework': () => 'there is no homework in grade 1. Clear the cell.',
};

export const importing: Texts['importing'] = {
  language: 'en',
  usage: 'npm run import -- FILE [--dry-run] | npm run import -- --template FILE',
  help: [
    'Loads a school from one Excel workbook: year, terms, days off, bells, staff, classes, pupils,',
    'parents, subjects, courses, subgroups, timetable, plans.',
    '  FILE             load it; any error, and nothing is written',
    '  --dry-run        only check, and show what would change',
    '  --template FILE  write an empty workbook with headings, hints and lists',
    'It may be repeated: records are known by their keys, there are no doubles.',
  ].join('\n'),
  unknownOption: (option) => `The option ${option} does not fit.`,
  oneFile: 'Name one file.',
  templateAlone: '--template stands alone, without a file to load and without --dry-run.',
  templateWritten: (file) =>
    `Wrote ${file}. Fill in its sheets and load it: npm run import -- ${file}`,
  fileExists: (file) => `${file} is there already. Choose another name: it is not overwritten.`,
  cannotWrite: (file) => `Could not write ${file}. Check the folder and the rights.`,
  cannotRead: (file) => `Could not read ${file}. Check the name and the rights.`,

  problems,
  place: (sheet, row, column) =>
    [
      `Sheet “${sheet}”`,
      ...(row === null ? [] : [`row ${row}`]),
      ...(column === null
        ? []
        : [`column ${column.letter}${column.heading && ` “${column.heading}”`}`]),
    ].join(', '),
  more: (count) => `…and ${count} more.`,
  refused: (count) => `Nothing is written: ${errors(count)}. Mend the file and try again.`,
  dryRun: 'This is a check: nothing is written. The import will do this:',
  done: 'The school is loaded:',
  counts: ({ added, changed, left }) => `added ${added}, changed ${changed}, left ${left}`,
  removed: (count) => `, removed ${count}`,
  planTotal: (course, lines, hours) =>
    `${course}: ${lines} ${lines === 1 ? 'line' : 'lines'}, ${hours} h`,
};
