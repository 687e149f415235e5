import type { PupilCourseCard } from '../../db/reports/pupil-course-card.ts';
import type { CardMark, NextMark } from '../../db/reports/subject-term.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import { chartPress } from '../dialogue/journal-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle } from './lesson-title.ts';
import { trendPicture } from './pictures/trend.ts';
import { numberedName } from './pupil-name.ts';
import { markSign } from './sheet-marks.ts';
import { kindText } from './words.ts';

// A phone shows so many lines without scrolling far; older marks are in the journal.
const MARKS_SHOWN = 20;
// One mark alone is no trend.
const MARKS_DRAWN = 2;

/** A pupil's term in a subject: the mean, what is needed for more, marks and absences. */
export function pupilCardScreen(card: PupilCourseCard, back: string, pen: Pen): Screen {
  const { texts } = pen;
  const { journal, common } = texts;
  const { course, term, pupil } = card;
  const lines = [
    ...(course.marked ? markLines(card, texts) : []),
    escapeHtml(absenceLine(card, texts)),
  ];
  const chart = { text: journal.chart, press: chartPress(course.courseId, term.id, pupil.pupilId) };
  return {
    text: [...head(card, pen), ...lines].join('\n'),
    buttons: [
      ...(card.count >= MARKS_DRAWN ? [[chart]] : []),
      [{ text: common.back, press: back }],
    ],
  };
}

/** The picture of a pupil's marks and their running mean. Null where there are too few to draw. */
export function chartMessage(card: PupilCourseCard, pen: Pen): Screen | null {
  if (card.count < MARKS_DRAWN) {
    return null;
  }
  const svg = trendPicture(card, pen.texts);
  return {
    text: head(card, pen).join('\n').trim(),
    file: { kind: 'photo', name: 'chart.png', svg },
  };
}

function head({ course, term, pupil }: PupilCourseCard, { texts, names }: Pen): string[] {
  const termTitle = texts.parent.termTitle(term.number, term.kind);
  return [bold(numberedName(pupil, names)), escapeHtml(`${courseTitle(course)}, ${termTitle}`), ''];
}

function markLines(card: PupilCourseCard, texts: Texts): string[] {
  const { journal, school } = texts;
  const { mean, count, marks } = card;
  if (marks.length === 0) {
    return [escapeHtml(journal.noMarks), ''];
  }
  const shown = marks.slice(-MARKS_SHOWN);
  const hidden = marks.length - shown.length;
  return [
    ...(mean === null ? [] : [escapeHtml(journal.meanOf(school.mean(mean), count))]),
    ...nextLines(card.next, texts).map(escapeHtml),
    '',
    ...(hidden > 0 ? [escapeHtml(journal.earlierMarks(hidden))] : []),
    ...shown.map((mark) => escapeHtml(markLine(mark, markSign(mark.value, texts), texts))),
    '',
  ];
}

/** What is needed for the next mark and the one above it; that a 5 is safe, says all. */
export function nextLines(next: readonly NextMark[], { journal }: Texts): string[] {
  const ahead = next.filter(({ answers }) => answers > 0);
  const best = next.findLast(({ answers }) => answers === 0);
  return [
    ...(best ? [journal.reached(best.mark)] : []),
    ...ahead.map(({ mark, answers, tests }) => journal.needed(mark, answers, tests)),
  ];
}

/** «12.10  5, контрольная, вес 2»; `sign` is how the mark itself is written. */
export function markLine({ date, kind, weight }: CardMark, sign: string, texts: Texts): string {
  const { journal, school } = texts;
  const line = journal.markLine(school.shortDate(date), sign, kindText(kind, texts));
  return weight === 1 ? line : `${line}, ${journal.weight(school.number(weight))}`;
}

/** «Пропуски: болезнь 1, опоздание 1» */
export function absenceLine(
  { absences }: Pick<PupilCourseCard, 'absences'>,
  { journal, school }: Texts,
): string {
  const parts = ABSENCE_CODES.filter((code) => absences[code] > 0).map(
    (code) => `${school.absenceNames[code]} ${absences[code]}`,
  );
  return parts.length === 0 ? journal.noAbsences : journal.absences(parts.join(', '));
}
