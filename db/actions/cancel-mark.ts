import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import { markForWriting, storeMark } from './change-mark.ts';

export type CancelMark = { markId: number; version: number; reason?: string | null };

/**
 * Cancels a mark: it stays on record and counts nowhere. For the lesson's teacher, a substitute or
 * the administrator.
 */
export async function cancelMark(tx: Tx, by: By, cancel: CancelMark): Promise<void> {
  const mark = await markForWriting(tx, by, cancel);
  if (mark.state === 'cancelled') {
    throw new Refusal('stale');
  }
  await storeMark(tx, by, mark, { ...mark, state: 'cancelled' }, cancel.reason);
}
