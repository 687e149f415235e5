import type { Db } from '../open.ts';

// The inbox has no index by chat, as only a question to the office asks for it: enough to hold an hour
// of a large school, few enough to be looked through at once.
const LOOKED_THROUGH = 3000;

/** The last events of a chat as they were stored, the newest first. One query. */
export async function readRecentEvents(
  db: Db,
  { chat, limit }: { chat: string; limit: number },
): Promise<unknown[]> {
  const rows = await db.select<{ payload: string }>(
    `SELECT payload FROM
       (SELECT id, chat, payload FROM inbox ORDER BY id DESC LIMIT ${LOOKED_THROUGH}) recent
      WHERE chat = :chat ORDER BY id DESC LIMIT :limit`,
    { chat, limit },
  );
  return rows.map(({ payload }) => JSON.parse(payload));
}
