import { sureOf, type TermPupil, type TermSheet } from '../../db/reports/term-sheet.ts';
import { isSure } from '../../db/rules/term-judgement.ts';
import type { Button } from '../dialogue/reply.ts';
import {
  acceptPress,
  decidePress,
  termClassPress,
  termListPress,
  termPupilPress,
  termSheetPress,
} from '../dialogue/term-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { undoPress } from '../dialogue/undo-press.ts';
import type { Texts } from '../texts/ru.ts';
import { firstLines } from './fit.ts';
import { bold, escapeHtml, italic, pre } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle } from './lesson-title.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { termLine } from './term-list.ts';
import { termTableLine } from './term-table.ts';

const PAGE_SIZE = 30;
// Four buttons each, beside thirty names, stay under the hundred that a keyboard may have.
const DOUBT_ROWS = 10;
const BUTTON_SURNAME = 8;
// The heading before the doubts, the line after them and the hint.
const RESERVED = 200;

/** The page of the list on which a pupil stands. */
export function termPageOf({ pupils }: TermSheet, pupilId: number): number {
  const index = pupils.findIndex((pupil) => pupil.pupilId === pupilId);
  return Math.floor(Math.max(index, 0) / PAGE_SIZE);
}

/** A course's term marks: the sure ones are accepted by one tap, each doubtful one is decided by one. */
export function termSheetScreen(
  sheet: TermSheet,
  { page: wanted, own }: { page: number; own: boolean },
  pen: Pen,
): Screen {
  const { pupils, writable } = sheet;
  const page = wanted * PAGE_SIZE < pupils.length ? wanted : 0;
  const listed = pupils.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
  const head = headLines(sheet, listed, pen);
  const open = listed.filter((pupil) => pupil.decided === null && !isSure(pupil));
  return {
    text: [
      ...head,
      ...doubtLines(open, head.join('\n').length, pen),
      ...hint(sheet, pen.texts),
    ].join('\n'),
    buttons: [
      ...(writable ? decisionRows(sheet, listed, open, page, pen) : []),
      pageRow(sheet, page, pen.texts),
      ...termRows(sheet, pen.texts),
      [
        {
          text: pen.texts.term.courses,
          press: own ? termListPress() : termClassPress(sheet.course.classId),
        },
        ...undoButton(sheet, pen.texts),
      ],
    ].filter((row) => row.length > 0),
  };
}

/** «1-я четверть, до 25 октября», or «Год». */
export function sheetTerm({ term, closed }: TermSheet, texts: Texts): string {
  if (term === null) {
    return closed ? texts.term.closed(texts.term.year) : texts.term.year;
  }
  return termLine({ ...term, state: closed ? 'closed' : 'open' }, texts);
}

/** Why a pupil's mark needs a decision, as «средняя у границы, есть долг». */
export function doubtText({ doubts, missed, lessons }: TermPupil, { term }: Texts): string {
  return doubts.map((doubt) => term.doubts[doubt](missed, lessons)).join(', ');
}

function headLines(sheet: TermSheet, listed: readonly TermPupil[], pen: Pen): string[] {
  const { course, pupils, term } = sheet;
  const { texts } = pen;
  const decided = pupils.filter((pupil) => pupil.decided !== null).length;
  const head = [
    bold(courseTitle(course)),
    escapeHtml(sheetTerm(sheet, texts)),
    escapeHtml(texts.term.decidedOf(decided, pupils.length)),
  ];
  if (listed.length === 0) {
    return [...head, '', escapeHtml(texts.term.emptyRoster)];
  }
  const columns = course.markFree ? texts.term.legendMarkFree : texts.term.legend;
  return [
    ...head,
    pre(listed.map((pupil) => termTableLine(pupil, sheet, pen)).join('\n')),
    escapeHtml(`${term === null ? texts.term.legendYear : columns} ${texts.term.signs}`),
  ];
}

function doubtLines(open: readonly TermPupil[], reserved: number, { texts, names }: Pen): string[] {
  if (open.length === 0) {
    return [];
  }
  const lines = open.map((pupil) =>
    escapeHtml(`${numberedName(pupil, names)}: ${doubtText(pupil, texts)}`),
  );
  const { shown, left } = firstLines(lines, reserved + RESERVED);
  const more = left > 0 ? [escapeHtml(texts.term.more(left))] : [];
  return ['', bold(texts.term.decideHint), ...shown, ...more];
}

function hint({ closed, writable }: TermSheet, { term }: Texts): string[] {
  if (writable) {
    return [];
  }
  return ['', italic(closed ? term.closedHint : term.readOnly)];
}

function decisionRows(
  sheet: TermSheet,
  listed: readonly TermPupil[],
  open: readonly TermPupil[],
  page: number,
  pen: Pen,
): Button[][] {
  const { term } = pen.texts;
  const sure = sureOf(sheet);
  const rows = open.slice(0, DOUBT_ROWS);
  const others = listed.filter((pupil) => !rows.includes(pupil));
  return [
    sure.length > 0
      ? [{ text: term.accept(sure.length), press: acceptPress(sheet, sure, page) }]
      : [],
    ...rows.map((pupil) => [
      nameButton(sheet, pupil, pen),
      ...pupil.likely.map((value) => ({
        text: term.values[value],
        press: decidePress(sheet, pupil, value),
      })),
    ]),
    ...rowsOf(
      others.map((pupil) => nameButton(sheet, pupil, pen)),
      3,
    ),
  ];
}

function nameButton(sheet: TermSheet, pupil: TermPupil, { names }: Pen): Button {
  const { pupilId, number, lastName } = pupil;
  const long = lastName.length > BUTTON_SURNAME;
  const name = long ? `${lastName.slice(0, BUTTON_SURNAME - 1)}…` : lastName;
  return {
    text: names === 'none' ? `№ ${number}` : `${number} ${name}`,
    press: termPupilPress(sheet, pupilId),
  };
}

function pageRow({ course, pupils, term }: TermSheet, page: number, texts: Texts): Button[] {
  if (pupils.length <= PAGE_SIZE) {
    return [];
  }
  const pages = Array.from({ length: Math.ceil(pupils.length / PAGE_SIZE) }, (_, index) => index);
  return pages
    .filter((index) => index !== page)
    .map((index) => ({
      text: texts.teacher.page(
        index * PAGE_SIZE + 1,
        Math.min((index + 1) * PAGE_SIZE, pupils.length),
      ),
      press: termSheetPress(course.courseId, term?.id ?? 'year', index),
    }));
}

function termRows({ course, begun, term, yearDue }: TermSheet, texts: Texts): Button[][] {
  const others = begun
    .filter(({ id }) => id !== term?.id)
    .map(({ id, number, kind }) => ({
      text: texts.parent.termTitle(number, kind),
      press: termSheetPress(course.courseId, id),
    }));
  const year =
    yearDue && term !== null
      ? [{ text: texts.term.year, press: termSheetPress(course.courseId, 'year') }]
      : [];
  return rowsOf([...others, ...year], 3);
}

function undoButton({ lastOperation, writable }: TermSheet, { teacher }: Texts): Button[] {
  return writable && lastOperation !== null
    ? [{ text: teacher.undo, press: undoPress(lastOperation, 'term') }]
    : [];
}
