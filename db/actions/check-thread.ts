import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readSeat, type Seat } from '../reports/seat.ts';
import { can, leadsNow } from '../rules/access.ts';
import type { By } from './by.ts';

/** One family's thread, by the pupil and the class whose teacher is at its other end. */
export type ThreadPlace = { classId: number; pupilId: number };

export type CheckedThread = {
  seat: Seat;
  /** On which side of it the actor stands. */
  side: 'school' | 'family';
};

/** May this actor read or write there? Refuses everybody else, and writing where nobody answers. */
export async function checkThread(
  tx: Tx,
  by: By,
  { classId, pupilId }: ThreadPlace,
  action: 'thread.read' | 'thread.write',
): Promise<CheckedThread> {
  const { personId } = by.actor;
  const seat = await readSeat(tx.db, { pupilId, classId, personId }, tx);
  if (!seat || !can(by.actor, action, seat)) {
    throw new Refusal('not-allowed');
  }
  const side = leadsNow(by.actor, seat) ? 'school' : 'family';
  if (action === 'thread.write' && side === 'family' && seat.classTeacherId === null) {
    throw new Refusal('no-class-teacher');
  }
  return { seat, side };
}
