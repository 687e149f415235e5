import type { TermPupil, TermSheet } from '../../db/reports/term-sheet.ts';
import { isSure } from '../../db/rules/term-judgement.ts';
import type { Texts } from '../texts/ru.ts';
import { cut } from './fit.ts';
import type { Pen } from './lesson.ts';
import { shortName } from './pupil-name.ts';

// A phone 360 points wide shows 34 characters of fixed-width text: 2 + 1 + 20 + 1 + 10, where name
// and figures share the 20 and «✓осв (н/а)» is the longest mark; «✓незач (зач)» is longer by two,
// and a course without marks has the shorter figures.
const NUMBER = 2;
const NAME_AND_FIGURES = 20;
const FIGURES = 7;
const FIGURES_MARK_FREE = 5;

/** A line of the sheet: number, name, what the mark is made of, and the mark. */
export function termTableLine(pupil: TermPupil, sheet: TermSheet, { texts, names }: Pen): string {
  const { markFree } = sheet.course;
  const figures = figuresOf(pupil, sheet, texts).padStart(markFree ? FIGURES_MARK_FREE : FIGURES);
  const width = NAME_AND_FIGURES - (markFree ? 2 : 0) - 1 - figures.length;
  return [
    String(pupil.number).padStart(NUMBER),
    ...(names === 'none' ? [] : [shortNameWithin(pupil, width)]),
    figures,
    markOf(pupil, texts),
  ].join(' ');
}

/** The surname is cut rather than the initial: there are brothers and sisters in a class. */
function shortNameWithin(pupil: TermPupil, width: number): string {
  const over = shortName(pupil).length - width;
  const { lastName } = pupil;
  const short = over > 0 ? cut(lastName, lastName.length - over) : lastName;
  return cut(shortName({ ...pupil, lastName: short }), width).padEnd(width);
}

function figuresOf(pupil: TermPupil, { course, term }: TermSheet, texts: Texts): string {
  const { school } = texts;
  const mean = (pupil.mean === null ? school.noMean : school.mean(pupil.mean)).padStart(4);
  if (term === null) {
    const letters = termLetters(pupil, texts);
    return course.markFree ? letters : `${letters} ${mean}`;
  }
  return course.markFree
    ? `${pupil.missed}/${pupil.lessons}`
    : `${mean} ${String(pupil.marks).padStart(2)}`;
}

/** «5443» */
export function termLetters({ terms }: TermPupil, { term }: Texts): string {
  return terms.map((value) => (value === null ? term.missingLetter : term.letters[value])).join('');
}

/** «✓5 (4)» decided against the proposal, «✓5» decided, « 4» sure, «?4» and «?» to be decided. */
function markOf(pupil: TermPupil, { term }: Texts): string {
  const { decided, proposal } = pupil;
  if (decided !== null) {
    const other = proposal !== null && proposal !== decided ? ` (${term.values[proposal]})` : '';
    return `✓${term.values[decided]}${other}`;
  }
  const sign = isSure(pupil) ? ' ' : '?';
  return proposal === null ? sign : `${sign}${term.values[proposal]}`;
}
