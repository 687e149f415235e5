import type { MarkCell, SubjectMarks } from '../../db/reports/marks-summary.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import type { TermSpan } from '../../db/rules/calendar.ts';
import { diaryPress, marksPress } from '../dialogue/parent-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { childrenRows, type Family } from './children-row.ts';
import { cut } from './fit.ts';
import { bold, escapeHtml, pre } from './html.ts';
import { rowsOf } from './rows.ts';
import { markText } from './words.ts';

export type MarksPage = Family & {
  className: string;
  grade: number;
  term: TermSpan;
  /** Terms that have begun, to switch between. */
  terms: readonly TermSpan[];
  subjects: readonly SubjectMarks[];
};

// A phone 360 points wide shows 34 characters of fixed-width text: 13 + 1 + 4 + 2 + 14.
const WIDTH = 34;
const SUBJECT = 13;
const MEAN = 4;
const INDENT = '  ';
const CELLS = WIDTH - SUBJECT - 1 - MEAN - INDENT.length;

/** A child's marks of a term: a line a subject, with the weighted mean. */
export function marksScreen(page: MarksPage, texts: Texts, names: DialogueConfig['names']): Screen {
  const { parent } = texts;
  const { child, className, term, terms } = page;
  const text = [
    bold(parent.childTitle(childName(child, names), className)),
    escapeHtml(parent.termTitle(term.number, term.kind)),
    '',
    ...(page.grade === 1 ? gradeOne(page, texts) : table(page, texts)),
  ].join('\n');
  const switches = terms
    .filter(({ id }) => id !== term.id)
    .map(({ id, number, kind }) => ({
      text: parent.termTitle(number, kind),
      press: marksPress(child.pupilId, id),
    }));
  const others = childrenRows(page, names, texts, (id) => marksPress(id, null));
  const diary = { text: parent.diary, press: diaryPress(child.pupilId, null) };
  return { text, buttons: [...rowsOf(switches, 2), [diary], ...others] };
}

function table({ subjects }: MarksPage, texts: Texts): string[] {
  const { parent } = texts;
  if (subjects.length === 0) {
    return [escapeHtml(parent.noSubjects)];
  }
  const lines = subjects.flatMap((subject) => subjectLines(subject, texts));
  const absent = subjects.some(({ cells }) => cells.some(({ absence }) => absence !== null));
  return [
    pre(lines.join('\n')),
    escapeHtml(parent.marksLegend),
    ...(absent ? [escapeHtml(parent.lettersLegend)] : []),
  ];
}

/** One line if the marks fit beside the mean, else the marks beneath it. */
function subjectLines({ subject, cells, mean }: SubjectMarks, texts: Texts): string[] {
  const { school } = texts;
  const name = cut(subject, SUBJECT).padEnd(SUBJECT);
  const head = `${name} ${(mean === null ? school.noMean : school.mean(mean)).padStart(MEAN)}`;
  const words = cells.map((cell) => cellText(cell, texts));
  if (words.join(' ').length <= CELLS) {
    return [`${head}${INDENT}${words.join(' ')}`.trimEnd()];
  }
  return [head, ...wrapped(words, WIDTH - INDENT.length).map((line) => `${INDENT}${line}`)];
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
