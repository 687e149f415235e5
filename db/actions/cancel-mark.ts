import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import { markForWriting, storeMark } from './change-mark.ts';

export type CancelMark = { markId: number; version: number };

/**
 * Cancels a mark: it stays on record and counts nowhere. For the lesson's teacher, a substitute or
 * the administrator; after the edit window with a reason.
 */
export async function cancelMark(tx: Tx, by: By, cancel: CancelMark): Promise<void> {
  const { lesson, mark } = await markForWriting(tx, by, cancel);
  if (mark.state === 'cancelled') {
    throw new Refusal('stale');
  }
  await storeMark(tx, by, lesson, mark, { ...mark, state: 'cancelled' });
}
