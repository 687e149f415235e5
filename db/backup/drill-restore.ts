import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { noteBackup } from '../actions/note-backup.ts';
import type { Db } from '../open.ts';
import { asBackupError, BackupError } from './backup-error.ts';
import { unseal } from './container.ts';
import type { Facts, Header } from './header.ts';
import { type BackupPlace, listBackups } from './place.ts';
import { restorePostgres } from './postgres-tools.ts';
import { checkRestored } from './restore-backup.ts';
import { inWorkshop } from './workshop.ts';

/** A backup that was restored for a trial, and what it held. */
export type Drill = { header: Header; facts: Facts };

/**
 * Restores the newest backup into a scratch database, reads it whole, compares it with what the
 * backup says and with the journal that runs, and throws the scratch away. Writes down how it went;
 * a failure throws a BackupError. Null if there is no backup yet.
 */
export async function drillRestore(db: Db, place: BackupPlace): Promise<Drill | null> {
  const backups = await listBackups(place.folder, db.timezone).catch(() => []);
  const newest = backups.sort((a, b) => b.madeAt.getTime() - a.madeAt.getTime())[0];
  if (!newest) {
    return null;
  }
  const { file } = newest;
  try {
    const drill = await inWorkshop(place.folder, (scratch) => tryOut(db, place, file, scratch));
    await checkDescent(db, drill.facts);
    await db.write((tx) => noteBackup(tx, { kind: 'drill', state: 'good', file }));
    return drill;
  } catch (thrown) {
    const error = asBackupError(thrown);
    const note = { kind: 'drill', state: 'failed', file, error: error.problem } as const;
    await db.write((tx) => noteBackup(tx, note)).catch(() => undefined);
    throw error;
  }
}

async function tryOut(
  db: Db,
  { folder, key, databaseUrl }: BackupPlace,
  file: string,
  scratch: string,
): Promise<Drill> {
  const content = join(scratch, 'restored.sqlite');
  const header = await unseal({ from: join(folder, file), key, to: content });
  if (header.dialect === 'sqlite') {
    return { header, facts: await checkRestored(`sqlite:${content}`, header) };
  }
  const name = `zhurnal_drill_${randomUUID().replaceAll('-', '')}`;
  const url = new URL(databaseUrl);
  url.pathname = `/${name}`;
  await db.sequelize.query(`CREATE DATABASE ${name}`).catch((error: unknown) => {
    throw new BackupError('no-scratch', {}, { cause: error });
  });
  try {
    await restorePostgres(url.href, scratch, content);
    return { header, facts: await checkRestored(url.href, header) };
  } finally {
    await db.sequelize.query(`DROP DATABASE ${name}`);
  }
}

/** The running journal goes on from where the backup ends, or the backup is of something else. */
async function checkDescent(db: Db, { audit }: Facts): Promise<void> {
  const known = await db.select('SELECT id FROM change WHERE hash = :head', audit);
  if (known.length === 0 && audit.lines > 0) {
    throw new BackupError('differs');
  }
}
