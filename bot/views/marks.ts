import { addDays } from '../../db/days.ts';
import { type MarkCell, marksOf, type SubjectMarks } from '../../db/reports/marks-summary.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import { meanTrend, TREND_DAYS } from '../../db/rules/trend.ts';
import {
  absencesPress,
  diaryPress,
  marksPress,
  subjectPress,
  termPicturePress,
} from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { type TermFrame, termChild, termRows, termTitle } from './child-term.ts';
import { childrenRows, homeRow } from './children-row.ts';
import { cut } from './fit.ts';
import { bold, escapeHtml, pre } from './html.ts';
import type { Pen } from './lesson.ts';
import { rowsOf } from './rows.ts';
import { markText } from './words.ts';

export type MarksPage = TermFrame & { subjects: readonly SubjectMarks[] };

// A phone 360 points wide shows 34 characters of fixed-width text: 13 + 1 + 4 + 2 + 14.
const WIDTH = 34;
const SUBJECT = 13;
const MEAN = 4;
const INDENT = '  '; // its first place is for the sign of the trend
const CELLS = WIDTH - SUBJECT - 1 - MEAN - INDENT.length;

/** A child's marks of a term: a line a subject, with the weighted mean and where it goes. */
export function marksScreen(page: MarksPage, pen: Pen): Screen {
  const { texts, names } = pen;
  const { child, schoolClass, term } = page;
  const { pupilId } = child;
  const unmarked = schoolClass.grade === 1;
  const text = [
    bold(termChild(page, pen)),
    escapeHtml(termTitle(page, texts)),
    '',
    ...(unmarked ? gradeOne(page, texts) : table(page, texts)),
  ].join('\n');
  const diary = { text: texts.parent.diary, press: diaryPress(pupilId, null) };
  const absences = { text: texts.family.absences, press: absencesPress(pupilId, term.id) };
  const drawn = !unmarked && page.subjects.some(({ mean }) => mean !== null);
  const picture = { text: texts.family.chart, press: termPicturePress(pupilId, term.id) };
  return {
    text,
    buttons: [
      ...(unmarked ? [] : subjectRows(page)),
      ...termRows(page, 'marks', texts),
      [...(drawn ? [picture] : []), diary, absences],
      homeRow(child, texts),
      ...childrenRows(page, names, texts, (id) => marksPress(id, null)),
    ],
  };
}

/** A button a subject that has marks or absences, named as in the table. */
function subjectRows({ child, term, subjects }: MarksPage): Button[][] {
  const of = { pupilId: child.pupilId, termId: term.id };
  const buttons = subjects
    .filter(({ cells }) => cells.length > 0)
    .map(({ subjectId, subject }) => ({
      text: cut(subject, SUBJECT),
      press: subjectPress({ ...of, subjectId }),
    }));
  return rowsOf(buttons, 3);
}

function table(page: MarksPage, texts: Texts): string[] {
  const { parent, family } = texts;
  const { subjects } = page;
  if (subjects.length === 0) {
    return [escapeHtml(parent.noSubjects)];
  }
  const signs = subjects.map((subject) => trendSign(subject, page, texts));
  const lines = subjects.flatMap((subject, index) =>
    subjectLines(subject, signs[index] ?? '', texts),
  );
  const absent = subjects.some(({ cells }) => cells.some(({ absence }) => absence !== null));
  return [
    pre(lines.join('\n')),
    escapeHtml(parent.marksLegend),
    ...(signs.some((sign) => sign !== '') ? [escapeHtml(family.trendLegend)] : []),
    ...(absent ? [escapeHtml(parent.lettersLegend)] : []),
  ];
}

/** Where the mean has gone in two weeks; nothing for a term that is over. */
function trendSign(subject: SubjectMarks, { over, until }: MarksPage, { family }: Texts): string {
  const trend = over ? null : meanTrend(marksOf(subject), addDays(until, -TREND_DAYS));
  return trend ? family.trendSigns[trend.direction] : '';
}

/** One line if the marks fit beside the mean, else the marks beneath it. */
function subjectLines(
  { subject, cells, mean }: SubjectMarks,
  sign: string,
  texts: Texts,
): string[] {
  const { school } = texts;
  const name = cut(subject, SUBJECT).padEnd(SUBJECT);
  const head = `${name} ${(mean === null ? school.noMean : school.mean(mean)).padStart(MEAN)}`;
  const words = cells.map((cell) => cellText(cell, texts));
  if (words.join(' ').length <= CELLS) {
    return [`${head}${sign.padEnd(INDENT.length)}${words.join(' ')}`.trimEnd()];
  }
  return [
    `${head}${sign}`,
    ...wrapped(words, WIDTH - INDENT.length).map((line) => `${INDENT}${line}`),
  ];
}

function cellText(cell: MarkCell, texts: Texts): string {
  return cell.absence === null
    ? markText(cell.value, texts)
    : texts.school.absenceLetters[cell.absence];
}

function wrapped(words: readonly string[], width: number): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

function gradeOne({ subjects }: MarksPage, { parent, school }: Texts): string[] {
  const cells = subjects.flatMap((subject) => subject.cells);
  const lines = ABSENCE_CODES.flatMap((code) => {
    const count = cells.filter(({ absence }) => absence === code).length;
    return count > 0 ? [parent.absenceCount(school.absenceNames[code], count)] : [];
  });
  return lines.length === 0
    ? [escapeHtml(parent.gradeOneNothing)]
    : [escapeHtml(parent.gradeOne), ...lines.map(escapeHtml)];
}
