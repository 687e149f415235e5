import type { Tx } from '../open.ts';

/** What goes out first: a reply, then what is urgent, then other notices, then digests. */
export const LANES = { reply: 0, urgent: 1, notice: 2, digest: 3 } as const;
export type Lane = (typeof LANES)[keyof typeof LANES];

export type NewMessage = {
  /** The domain event it tells of: queued again under the same key, it is not said twice. */
  dedupeKey: string;
  chat: string;
  lane: Lane;
  /** The message as plain JSON: a reply of the dialogue. */
  payload: object;
  /** Holds an access code: what is sent or given up keeps no payload. */
  secret?: boolean;
};

/** A sender's claim on rows: nobody else sends them until `until`. */
export type Lease = { token: string; until: Date };

/** A message as a sender holds it. */
export type QueuedMessage = NewMessage & { id: number; attempts: number };

/**
 * Puts messages into the outbox in the caller's transaction; what is queued already under its key
 * is left alone. With `lease` the rows are born claimed by that sender. Returns the new rows, in order.
 */
export async function queueMessages(
  tx: Tx,
  messages: readonly NewMessage[],
  lease?: Lease,
): Promise<QueuedMessage[]> {
  if (messages.length === 0) {
    return [];
  }
  const rows = messages.map(({ dedupeKey, chat, lane, payload, secret }) => [
    dedupeKey,
    chat,
    lane,
    JSON.stringify(payload),
    secret ?? false,
    'waiting',
    0,
    tx.now,
    lease?.until ?? null,
    lease?.token ?? null,
    tx.now,
  ]);
  const inserted = await tx.run<{ id: number; dedupe_key: string }>(
    `INSERT INTO outbox (dedupe_key, chat, lane, payload, secret, state, attempts,
       not_before, lease_until, lease_token, created_at)
     VALUES :rows ON CONFLICT (dedupe_key) DO NOTHING RETURNING id, dedupe_key`,
    { rows },
  );
  const ids = new Map(inserted.map(({ id, dedupe_key }) => [dedupe_key, id]));
  return messages
    .flatMap((message) => {
      const id = ids.get(message.dedupeKey);
      return id === undefined ? [] : [{ ...message, id, attempts: 0 }];
    })
    .sort((left, right) => left.id - right.id);
}
