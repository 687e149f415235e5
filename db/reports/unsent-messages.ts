import { LANES } from '../actions/queue-messages.ts';
import type { Db } from '../open.ts';

/** Whether some message could be claimed now. A look before claiming takes no write lock. */
export async function anyMessageDue(db: Db): Promise<boolean> {
  const rows = await db.select(
    `SELECT id FROM outbox WHERE state = 'waiting' AND not_before <= :now
        AND (lease_until IS NULL OR lease_until <= :now) LIMIT 1`,
    { now: db.now() },
  );
  return rows.length > 0;
}

/** Chats that wait for replies, whoever holds them. */
export async function readChatsOfReplies(db: Db): Promise<string[]> {
  const rows = await db.select<{ chat: string }>(
    "SELECT DISTINCT chat FROM outbox WHERE state = 'waiting' AND lane = :lane",
    { lane: LANES.reply },
  );
  return rows.map(({ chat }) => chat);
}

/** Whether a chat waits for a reply, whoever holds it. */
export async function waitsForReply(db: Db, chat: string): Promise<boolean> {
  const rows = await db.select(
    "SELECT id FROM outbox WHERE chat = :chat AND state = 'waiting' AND lane = :lane LIMIT 1",
    { chat, lane: LANES.reply },
  );
  return rows.length > 0;
}

/** Whether a message is still to be sent: it may have been given up meanwhile. */
export async function isStillWaiting(db: Db, id: number): Promise<boolean> {
  const rows = await db.select("SELECT id FROM outbox WHERE id = :id AND state = 'waiting'", {
    id,
  });
  return rows.length > 0;
}
