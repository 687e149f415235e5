import type { LessonKey } from '../../db/actions/by.ts';
import type { Tx } from '../../db/open.ts';
import { readCourseProgress } from '../../db/reports/course-progress.ts';
import { readProposals } from '../../db/reports/lesson-proposals.ts';
import { type LessonSheet, readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { Actor } from '../../db/rules/access.ts';
import { pageOf } from '../views/class-list.ts';
import { type LessonView, lessonScreen } from '../views/lesson.ts';
import { penOf } from './actor.ts';
import { openDialog } from './dialogs.ts';
import type { EntryData } from './entry-dialog.ts';
import type { Screen, Turn } from './turn.ts';

/** Where on a lesson's screen to go: a page, or the page of a pupil or of a pupil's mark. */
export type Spot = { kind?: LessonView['kind'] } & (
  | { page?: number }
  | { pupilId: number }
  | { markId: number }
);

/** Draws a lesson from its state in `tx`; from then on free text in this chat is an entry for it. */
export async function openLessonScreen(
  tx: Tx,
  actor: Actor,
  turn: Turn,
  key: LessonKey,
  spot: Spot = {},
): Promise<Screen> {
  const { sheet, screen } = await readLessonScreen(turn, actor, key, spot, tx);
  if (sheet.writable) {
    const data: EntryData = { lesson: key, kind: spot.kind ?? 'answer' };
    await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
  }
  return screen;
}

/** A lesson's screen as the lesson is now. At most six queries. */
export async function readLessonScreen(
  turn: Turn,
  actor: Actor,
  key: LessonKey,
  spot: Spot,
  tx?: Tx,
): Promise<{ sheet: LessonSheet; screen: Screen }> {
  const { db } = turn;
  const sheet = await readLessonSheet(db, actor, key, tx);
  const { facts, writable, marked, pupils } = sheet;
  // One after the other: a transaction has one connection.
  const proposals =
    writable && facts.topic === null
      ? await readProposals(db, actor.personId, key, facts, tx)
      : null;
  const progress = marked && pupils.length > 0 ? await readCourseProgress(db, sheet, tx) : null;
  const screen = lessonScreen(sheet, viewOf(sheet, spot), { proposals, progress }, penOf(turn));
  return { sheet, screen };
}

/** The page and kind of work that a spot means on this sheet. */
function viewOf(sheet: LessonSheet, spot: Spot): LessonView {
  const { kind = 'answer' } = spot;
  if ('pupilId' in spot) {
    return { page: pageOf(sheet, spot.pupilId), kind };
  }
  if ('markId' in spot) {
    const owner = sheet.pupils.find(({ marks }) => marks.some((m) => m.markId === spot.markId));
    return { page: owner ? pageOf(sheet, owner.pupilId) : 0, kind };
  }
  return { page: spot.page ?? 0, kind };
}
