import { CHAIN_START, chainHash } from '../audit-chain.ts';
import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';

/** One changed record: null `before` is its birth, null `after` its end. */
export type ChangeEntry = {
  record: string;
  recordId: number;
  pupilId?: number | null;
  lessonId?: number | null;
  before: object | null;
  after: object | null;
  undoes?: string | null;
};

// Any constant will do, the same in every process: it makes writers of the chain queue up.
const POSTGRES_CHAIN_LOCK = 7_214_002;

const COLUMNS = [
  'operation',
  'record',
  'record_id',
  'pupil_id',
  'lesson_id',
  'actor_id',
  'door',
  'at',
  'before',
  'after',
  'reason',
  'undoes',
  'prev_hash',
  'hash',
];

/** Appends audit lines to the hash chain in the writer's own transaction. For actions only. */
export async function writeChanges(tx: Tx, by: By, entries: readonly ChangeEntry[]): Promise<void> {
  if (entries.length === 0) {
    return;
  }
  let prevHash = await lastHash(tx);
  const at = tx.now.toISOString();
  const rows = entries.map((entry) => {
    const line = {
      operation: by.operation,
      record: entry.record,
      recordId: entry.recordId,
      pupilId: entry.pupilId ?? null,
      lessonId: entry.lessonId ?? null,
      actorId: by.actor.personId === 0 ? null : by.actor.personId,
      door: by.door,
      at,
      before: entry.before && JSON.stringify(entry.before),
      after: entry.after && JSON.stringify(entry.after),
      reason: by.reason?.trim() || null,
      undoes: entry.undoes ?? null,
    };
    const hash = chainHash(prevHash, line);
    const row = [...Object.values({ ...line, at: tx.now }), prevHash, hash];
    prevHash = hash;
    return row;
  });
  await insertRows(tx, 'change', COLUMNS, rows);
}

async function lastHash(tx: Tx): Promise<string> {
  const { db } = tx;
  if (db.dialect === 'postgres') {
    await tx.run('SELECT pg_advisory_xact_lock(:lock)', { lock: POSTGRES_CHAIN_LOCK });
  }
  const [last] = await db.select<{ hash: string }>(
    'SELECT hash FROM change ORDER BY id DESC LIMIT 1',
    {},
    tx,
  );
  return last?.hash ?? CHAIN_START;
}
