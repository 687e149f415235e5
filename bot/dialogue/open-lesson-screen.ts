import type { LessonKey } from '../../db/actions/by.ts';
import type { Tx } from '../../db/open.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import type { Actor } from '../../db/rules/access.ts';
import { type LessonView, lessonScreen, pageOf } from '../views/lesson.ts';
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
  const sheet = await readLessonSheet(tx.db, actor, key, tx);
  if (sheet.writable) {
    const data: EntryData = { lesson: key, kind: spot.kind ?? 'answer' };
    await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
  }
  return lessonScreen(sheet, viewOf(sheet, spot), penOf(turn));
}

/** The page and kind of work that a spot means on this sheet. */
export function viewOf(sheet: Awaited<ReturnType<typeof readLessonSheet>>, spot: Spot): LessonView {
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
