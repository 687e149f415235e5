import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { type Recipient, readClassTeacher } from '../reports/families.ts';
import { readSeat, type Seat } from '../reports/seat.ts';
import { can } from '../rules/access.ts';
import { FLOOD } from '../rules/message-limits.ts';
import type { By } from './by.ts';
import { type Content, checkContent, storeMessages } from './store-messages.ts';

/** `to` are the class teacher's chats: none where no chat is linked yet, the message then waits. */
export type SentToSchool = { messageId: number; seat: Seat; to: Recipient[] };

/**
 * A parent's message to the teacher of the class that the child is in today. For a parent who has
 * agreed to get this child's data here. Refuses more than a few messages in a few minutes.
 */
export async function writeToSchool(
  tx: Tx,
  by: By,
  { pupilId, classId, content }: { pupilId: number; classId: number; content: Content },
): Promise<SentToSchool> {
  const { personId } = by.actor;
  const seat = await readSeat(tx.db, { pupilId, classId, personId }, tx);
  if (!seat?.consented || !can(by.actor, 'thread.write', seat)) {
    throw new Refusal('not-allowed');
  }
  checkContent(content);
  await checkFlood(tx, personId);
  const teacher = await readClassTeacher(tx.db, classId, tx);
  if (!teacher) {
    throw new Refusal('no-class-teacher');
  }
  const [messageId = 0] = await storeMessages(tx, by, {
    classId,
    side: 'family',
    content,
    outgoing: [{ pupilId, personIds: [teacher.personId] }],
  });
  return { messageId, seat, to: teacher.recipients };
}

async function checkFlood(tx: Tx, personId: number): Promise<void> {
  const { count, minutes } = FLOOD;
  const since = new Date(tx.now.getTime() - minutes * 60_000);
  const [row] = await tx.db.select<{ written: number }>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS written FROM message
      WHERE author_id = :personId AND side = 'family' AND sent_at > :since`,
    { personId, since },
    tx,
  );
  if ((row?.written ?? 0) >= count) {
    throw new Refusal('message-limit', { count, minutes });
  }
}
