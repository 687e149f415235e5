import type { Tx } from '../open.ts';

export type NewEvent = { eventId: string; chat: string; payload: object };

/**
 * Stores events before the messenger is told that they arrived. One that is stored already is
 * ignored. Returns the inbox ids of the new ones by event id.
 */
export async function receiveEvents(
  tx: Tx,
  events: readonly NewEvent[],
): Promise<Map<string, number>> {
  if (events.length === 0) {
    return new Map();
  }
  const rows = events.map(({ eventId, chat, payload }) => [
    eventId,
    chat,
    JSON.stringify(payload),
    'new',
    tx.now,
  ]);
  const stored = await tx.run<{ id: number; event_id: string }>(
    `INSERT INTO inbox (event_id, chat, payload, state, received_at)
     VALUES :rows ON CONFLICT (event_id) DO NOTHING RETURNING id, event_id`,
    { rows },
  );
  return new Map(stored.map(({ id, event_id }) => [event_id, id]));
}

/**
 * Marks events as answered, in the transaction that holds their effects and replies. Returns those
 * that were still open: whatever else was answered before must not be answered again.
 */
export async function finishEvents(tx: Tx, inboxIds: readonly number[]): Promise<Set<number>> {
  const finished = await tx.run<{ id: number }>(
    `UPDATE inbox SET state = 'done', done_at = :now
      WHERE id IN (:inboxIds) AND state = 'new' RETURNING id`,
    { inboxIds, now: tx.now },
  );
  return new Set(finished.map(({ id }) => id));
}
