import type { Tx } from '../open.ts';
import { noteDeliveries } from './note-deliveries.ts';
import type { Lease, QueuedMessage } from './queue-messages.ts';

type Row = {
  id: number;
  dedupe_key: string;
  chat: string;
  lane: 0 | 1 | 2 | 3;
  payload: string;
  attempts: number;
};

/**
 * Claims up to `limit` messages that are due, the most urgent first. Of each chat and lane only the
 * oldest unsent one can be claimed, so their order is kept. Rows whose lease ran out are free again.
 */
export async function claimMessages(tx: Tx, lease: Lease, limit: number): Promise<QueuedMessage[]> {
  const skipLocked = tx.db.dialect === 'postgres' ? 'FOR UPDATE SKIP LOCKED' : '';
  const rows = await tx.run<Row>(
    `UPDATE outbox SET lease_until = :until, lease_token = :token
      WHERE id IN (
        SELECT id FROM outbox o
         WHERE state = 'waiting' AND not_before <= :now
           AND (lease_until IS NULL OR lease_until <= :now)
           AND NOT EXISTS (SELECT 1 FROM outbox e WHERE e.chat = o.chat AND e.lane = o.lane
                              AND e.state = 'waiting' AND e.id < o.id)
         ORDER BY lane, id LIMIT :limit ${skipLocked})
      RETURNING id, dedupe_key, chat, lane, payload, attempts`,
    { ...lease, limit, now: tx.now },
  );
  return rows
    .map((row) => ({
      id: row.id,
      dedupeKey: row.dedupe_key,
      chat: row.chat,
      lane: row.lane,
      payload: JSON.parse(row.payload) as object,
      attempts: row.attempts,
    }))
    .sort((left, right) => left.lane - right.lane || left.id - right.id);
}

// What had an access code in it is not kept in clear: everywhere else there are only hashes of it.
const EMPTIED = "payload = CASE WHEN secret THEN '{}' ELSE payload END";

/** How a claimed message ended. All are ignored where the lease is no longer ours (fencing). */
export type Outcome =
  | { id: number; end: 'sent'; dedupeKey?: string }
  | { id: number; end: 'dead'; error: string }
  | { id: number; end: 'later'; at: Date; counted: boolean; error: string; payload?: object };

export async function settleMessages(
  tx: Tx,
  leaseToken: string,
  outcomes: readonly Outcome[],
): Promise<void> {
  const sent = outcomes.filter(({ end }) => end === 'sent').map(({ id }) => id);
  const update = (set: string, where: string, replacements: object) =>
    tx.run(
      `UPDATE outbox SET ${set}, lease_until = NULL, lease_token = NULL
        WHERE ${where} AND lease_token = :leaseToken`,
      { ...replacements, leaseToken, now: tx.now },
    );
  if (sent.length > 0) {
    await update(`state = 'sent', sent_at = :now, ${EMPTIED}`, 'id IN (:sent)', { sent });
    await noteDeliveries(
      tx,
      outcomes.flatMap((one) => (one.end === 'sent' ? (one.dedupeKey ?? []) : [])),
    );
  }
  for (const outcome of outcomes) {
    if (outcome.end === 'dead') {
      await update(`state = 'dead', last_error = :error, ${EMPTIED}`, 'id = :id', outcome);
    }
    if (outcome.end === 'later') {
      await update(
        `not_before = :at, attempts = attempts + :counted, last_error = :error,
         payload = COALESCE(:payload, payload)`,
        'id = :id',
        {
          id: outcome.id,
          at: outcome.at,
          error: outcome.error,
          counted: outcome.counted ? 1 : 0,
          payload: outcome.payload ? JSON.stringify(outcome.payload) : null,
        },
      );
    }
  }
}

/**
 * Frees what a sender of this database had claimed before it died. Only right while no other
 * sender runs, so at the start of the one process that serves a SQLite file.
 */
export async function releaseLeases(tx: Tx): Promise<void> {
  await tx.run(
    `UPDATE outbox SET lease_until = NULL, lease_token = NULL
      WHERE state = 'waiting' AND lease_token IS NOT NULL`,
    {},
  );
}

/** Gives up all that waits for a chat which can't be written to any more. */
export async function abandonChat(tx: Tx, chat: string, error: string): Promise<void> {
  await tx.run(
    `UPDATE outbox SET state = 'dead', last_error = :error, lease_until = NULL, lease_token = NULL,
            ${EMPTIED}
      WHERE chat = :chat AND state = 'waiting'`,
    { chat, error },
  );
}

/** A group became a supergroup: what waits for it goes to the new address. Only people have more. */
export async function moveChat(tx: Tx, from: string, to: string): Promise<void> {
  await tx.run("UPDATE outbox SET chat = :to WHERE chat = :from AND state = 'waiting'", {
    from,
    to,
  });
}
