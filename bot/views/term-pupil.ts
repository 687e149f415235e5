import type { TermPupil, TermSheet } from '../../db/reports/term-sheet.ts';
import { type TermValue, termValuesOf } from '../../db/rules/term-mark.ts';
import { decidePress, termSheetPress } from '../dialogue/term-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle } from './lesson-title.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { doubtText, sheetTerm, termPageOf } from './term-sheet.ts';
import { termLetters } from './term-table.ts';

/** One pupil of the sheet: all the values a course takes, the one that stands marked. */
export function termPupilPanel(sheet: TermSheet, pupil: TermPupil, pen: Pen): Screen {
  const { texts, names } = pen;
  const { term, teacher } = texts;
  const values = termValuesOf(sheet.course).map((value: TermValue) =>
    value === pupil.decided
      ? { text: teacher.chosen(term.values[value]), press: decidePress(sheet, pupil, null) }
      : { text: term.values[value], press: decidePress(sheet, pupil, value) },
  );
  const page = termPageOf(sheet, pupil.pupilId);
  const back = termSheetPress(sheet.course.courseId, sheet.term?.id ?? 'year', page);
  const lines = [...figures(pupil, sheet, pen), ...standing(pupil, pen)];
  return {
    text: [
      escapeHtml(courseTitle(sheet.course)),
      escapeHtml(sheetTerm(sheet, texts)),
      '',
      bold(numberedName(pupil, names)),
      ...lines.map(escapeHtml),
    ].join('\n'),
    buttons: [...rowsOf(values, 4), [{ text: term.backToSheet, press: back }]],
  };
}

function figures(pupil: TermPupil, sheet: TermSheet, { texts }: Pen): string[] {
  const { term, school } = texts;
  const { marks, missed, lessons, owed } = pupil;
  const mean = pupil.mean === null ? school.noMean : school.mean(pupil.mean);
  const { markFree } = sheet.course;
  if (sheet.term === null) {
    const letters = term.ofTerms([...termLetters(pupil, texts)].join(' '));
    return markFree ? [letters] : [letters, term.yearMean(mean)];
  }
  return [
    ...(markFree ? [] : [term.figures(mean, school.markCount(marks))]),
    ...(lessons > 0 ? [term.missed(missed, lessons)] : []),
    ...(owed > 0 ? [term.owed(owed)] : []),
  ];
}

function standing(pupil: TermPupil, { texts }: Pen): string[] {
  const { term } = texts;
  const { proposal, decided, doubts } = pupil;
  const why = doubts.length > 0 ? ` (${doubtText(pupil, texts)})` : '';
  const proposed = proposal === null ? term.noProposal : term.proposal(term.values[proposal]);
  return [`${proposed}${why}`, ...(decided === null ? [] : [term.standing(term.values[decided])])];
}
