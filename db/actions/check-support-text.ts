import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { MESSAGE_TEXT_LIMIT } from '../rules/message-limits.ts';
import { SUPPORT_FLOOD } from '../rules/support.ts';

/** A text of a question or an answer, trimmed. Refuses an empty and a too long one. */
export function checkSupportText(written: string): string {
  const text = written.trim();
  if (text === '') {
    throw new Refusal('text-empty');
  }
  if (text.length > MESSAGE_TEXT_LIMIT) {
    throw new Refusal('text-too-long', { limit: MESSAGE_TEXT_LIMIT });
  }
  return text;
}

/** Refuses whoever asks more than a few things in a few minutes. */
export async function checkSupportFlood(tx: Tx, personId: number): Promise<void> {
  const { count, minutes } = SUPPORT_FLOOD;
  const since = new Date(tx.now.getTime() - minutes * 60_000);
  const rows = await tx.db.select(
    `SELECT id FROM support_request WHERE person_id = :personId AND created_at > :since
     UNION ALL SELECT id FROM support_message
      WHERE author_id = :personId AND side = 'asker' AND sent_at > :since
     LIMIT :count`,
    { personId, since, count },
    tx,
  );
  if (rows.length >= count) {
    throw new Refusal('message-limit', { count, minutes });
  }
}
