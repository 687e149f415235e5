import type { Db } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';

/** A checked backup whose file is kept. */
export type StoredBackup = { at: Date; bytes: number; offSite: 'done' | 'failed' | null };

/** The newest backups that rotation has kept, newest first. One query. */
export async function readBackups(db: Db, limit: number): Promise<StoredBackup[]> {
  const rows = await db.select<Omit<StoredBackup, 'at'> & { at: RawInstant }>(
    `SELECT at, bytes, off_site AS "offSite" FROM backup_run
      WHERE kind IN ('nightly', 'console', 'chat', 'panel') AND state = 'good' AND removed_at IS NULL
      ORDER BY at DESC, id DESC LIMIT :limit`,
    { limit },
  );
  return rows.map((row) => ({ ...row, at: toInstant(row.at) }));
}
