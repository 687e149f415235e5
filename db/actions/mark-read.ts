import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import { type CheckedThread, checkThread, type ThreadPlace } from './check-thread.ts';

export type MarkRead = ThreadPlace & {
  /** Up to this message; absent is the whole thread. */
  upTo?: number;
};

/**
 * The actor has read what the other side wrote in a thread. For the pupil's parents who have agreed
 * and the class teacher of this moment. Reading it again changes nothing.
 */
export async function markRead(
  tx: Tx,
  by: By,
  { upTo, ...place }: MarkRead,
): Promise<CheckedThread> {
  const thread = await checkThread(tx, by, place, 'thread.read');
  const { personId } = by.actor;
  await tx.run(
    `INSERT INTO message_receipt (message_id, person_id, read_at)
     SELECT m.id, :personId, :now FROM message m JOIN thread t ON t.id = m.thread_id
      WHERE t.pupil_id = :pupilId AND t.class_id = :classId AND m.side <> :side
        ${upTo === undefined ? '' : 'AND m.id <= :upTo'}
        AND NOT EXISTS (SELECT 1 FROM message_receipt r WHERE r.message_id = m.id
                           AND r.person_id = :personId AND r.read_at IS NOT NULL)
     ON CONFLICT (message_id, person_id) DO UPDATE SET read_at = excluded.read_at`,
    { ...place, personId, side: thread.side, upTo, now: tx.now },
  );
  return thread;
}
