import type { BackupRun } from '../models/backup-run.ts';
import type { Tx } from '../open.ts';

/** What became of a backup, a restore or a drill; `removed` are the files that rotation took. */
export type BackupNote = {
  kind: BackupRun['kind'];
  state: BackupRun['state'];
  file?: string;
  bytes?: number;
  auditLines?: number | null;
  auditHead?: string | null;
  offSite?: BackupRun['offSite'];
  error?: string;
  removed?: readonly string[];
};

/** Writes it down. The server itself does this: nobody's rights are asked. */
export async function noteBackup(
  { db, transaction, now }: Tx,
  { removed = [], ...note }: BackupNote,
): Promise<void> {
  const { BackupRun } = db.models;
  await BackupRun.create({ ...note, at: now }, { transaction });
  await BackupRun.update(
    { removedAt: now },
    { where: { file: [...removed], removedAt: null }, transaction },
  );
}
