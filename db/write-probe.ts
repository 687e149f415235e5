import { codeOf } from './error-facts.ts';
import type { Tx } from './open.ts';

/** Why a database can't be written to. */
export type WriteTrouble = 'read-only' | 'disk-full' | 'unreachable';

const TROUBLES: Record<string, WriteTrouble> = {
  SQLITE_READONLY: 'read-only',
  SQLITE_FULL: 'disk-full',
  '25006': 'read-only', // PostgreSQL: read_only_sql_transaction
  '53100': 'disk-full', // PostgreSQL: disk_full
};

/**
 * Writes something that reaches the disk and is no part of the journal: SQLite's free number in the
 * head of the file, PostgreSQL's next transaction number. Throws whatever a real write would.
 */
export async function probeWrite({ db, run }: Pick<Tx, 'run'> & { db: Pick<Tx['db'], 'dialect'> }) {
  if (db.dialect === 'postgres') {
    // A transaction that may only read gets a number too; it may lock no row, not even none.
    await run('SELECT key FROM setting WHERE 1 = 0 FOR UPDATE', {});
    await run('SELECT CAST(txid_current() AS TEXT) AS id', {});
    return;
  }
  const [row] = await run<{ user_version: number }>('PRAGMA user_version', {});
  // Two values, so that the connection keeps two statements and not one for every probe.
  await run(`PRAGMA user_version = ${row?.user_version === 1 ? 2 : 1}`, {});
}

/** What a failed write says of the database. */
export function writeTroubleOf(error: unknown): WriteTrouble {
  return TROUBLES[codeOf(error) ?? ''] ?? 'unreachable';
}
