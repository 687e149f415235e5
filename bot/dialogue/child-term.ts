import {
  type ChildTerm,
  type ChildYear,
  childTerm,
  readChildYears,
} from '../../db/reports/child-years.ts';
import { pastYearsScreen, type TermFrame } from '../views/child-term.ts';
import { type Family, homeRow } from '../views/children-row.ts';
import { notEnrolledScreen } from '../views/diary.ts';
import { escapeHtml } from '../views/html.ts';
import { penOf } from './actor.ts';
import { readFamily } from './family.ts';
import { readPastScreen } from './parent-presses.ts';
import { idOf, type PressTable } from './press.ts';
import { redraw, type Screen, type Turn } from './turn.ts';

/** The terms of past years of a child, to read marks or absences in. */
export const childTermPresses: PressTable = {
  myears1: async (turn, [pupil, letter]) => {
    const shown = readPastScreen(letter);
    if (shown === null) {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    const page = await readYears(turn, idOf(pupil));
    return redraw(
      turn,
      'instead' in page ? page.instead : pastYearsScreen(page, shown, penOf(turn)),
    );
  },
};

/**
 * A term of a child for whoever may read that child: the one with this id, else the running one, or
 * the last one in holidays. Two queries.
 */
export async function readChildTerm(
  turn: Turn,
  pupilId: number | null,
  termId: number | null,
): Promise<TermFrame | { instead: Screen }> {
  const page = await readYears(turn, pupilId);
  if ('instead' in page) {
    return page;
  }
  const { texts, db } = turn;
  const today = db.today();
  const found: ChildTerm | null =
    childTerm(page.years, termId, today) ?? childTerm(page.years, null, today);
  if (!found) {
    const text = escapeHtml(texts.parent.noTerm);
    return { instead: { text, buttons: [homeRow(page.child, texts)] } };
  }
  return { ...page, ...found, over: found.term.endsOn < today };
}

/** All years of a child, for whoever may read that child. Two queries. */
export async function readYears(
  turn: Turn,
  pupilId: number | null,
): Promise<(Family & { years: ChildYear[]; newest: ChildYear }) | { instead: Screen }> {
  const { db, texts, config } = turn;
  const family = await readFamily(turn, pupilId);
  if ('instead' in family) {
    return family;
  }
  const years = await readChildYears(db, family.child.pupilId);
  const newest = years.at(-1);
  return newest
    ? { ...family, years, newest }
    : { instead: notEnrolledScreen(family, texts, config.names) };
}
