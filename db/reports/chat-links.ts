import type { Db, Tx } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';

/** A chat that is linked and not cut. */
export type LinkedChat = {
  linkId: number;
  address: string;
  state: 'active' | 'blocked';
  linkedAt: Date;
};

type Row = Omit<LinkedChat, 'linkedAt'> & { linkedAt: RawInstant };

/** A person's chats, the oldest first. One query. For the person and the administrator. */
export async function readChatLinks(db: Db, personId: number, tx?: Tx): Promise<LinkedChat[]> {
  const rows = await db.select<Row>(
    `SELECT id AS "linkId", address, state, linked_at AS "linkedAt" FROM chat_link
      WHERE person_id = :personId AND state <> 'cut' ORDER BY linked_at, id`,
    { personId },
    tx,
  );
  return rows.map((row) => ({ ...row, linkedAt: toInstant(row.linkedAt) }));
}
