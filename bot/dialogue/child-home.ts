import { readChildToday } from '../../db/reports/child-today.ts';
import { childHomeScreen } from '../views/child-home.ts';
import { actorOf, penOf } from './actor.ts';
import { readPage } from './diary.ts';
import { idOf, type PressTable } from './press.ts';
import { type Answer, goBack, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/** /children: the overview of the first child, with a way to each other one. */
export async function showChildren(turn: TextTurn): Promise<Answer> {
  return say(await readChildHome(turn, null));
}

export const childHomePresses: PressTable = {
  child1: async (turn, [pupil]) => goBack(turn, await readChildHome(turn, idOf(pupil))),
};

/** A child's overview, for whoever may read that child. Five queries. */
export async function readChildHome(turn: Turn, pupilId: number | null): Promise<Screen> {
  const page = await readPage(turn, pupilId, null);
  if ('instead' in page) {
    return page.instead;
  }
  const { child, children, schoolClass } = page.frame;
  const readerId = actorOf(turn).personId;
  const day = await readChildToday(turn.db, { child, schoolClass, readerId }, page.days);
  return childHomeScreen({ child, children, schoolClass, day }, penOf(turn));
}
