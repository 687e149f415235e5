import { rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { noteBackup } from '../actions/note-backup.ts';
import type { Db } from '../open.ts';
import { rotatedOut } from '../rules/backup-rotation.ts';
import { asBackupError, BackupError } from './backup-error.ts';
import { seal } from './container.ts';
import { dialectOf, takeContent } from './content.ts';
import type { Header } from './header.ts';
import { sendOffSite } from './off-site.ts';
import { type BackupKind, type BackupPlace, backupName, listBackups } from './place.ts';
import { inWorkshop, syncFolder } from './workshop.ts';

/** A backup that counts: whole, checked, encrypted and on the disk. */
export type MadeBackup = {
  file: string;
  path: string;
  bytes: number;
  header: Header;
  /** Of the hook: null if there is none. */
  offSite: 'done' | 'failed' | null;
};

/**
 * Makes a backup of a running journal and writes down what became of it, also if it fails; then it
 * throws a BackupError and the earlier backups stay as they were. Old ones go by rotation only after
 * a new one is there.
 */
export async function makeBackup(
  db: Db,
  place: BackupPlace,
  kind: BackupKind,
): Promise<MadeBackup> {
  try {
    const made = await writeBackup(place, kind, db.now());
    const removed = await rotate(db, place);
    const offSite = place.hook === null ? null : await sendOffSite(place.hook, made.path);
    await db.write((tx) => noteBackup(tx, { ...noteOf(made), kind, offSite, removed }));
    return { ...made, offSite };
  } catch (thrown) {
    const error = asBackupError(thrown);
    // A disk that is full takes no note either: the backup's own error says more.
    await db
      .write((tx) => noteBackup(tx, { kind, state: 'failed', error: error.problem }))
      .catch(() => undefined);
    throw error;
  }
}

/** Writes the file alone. Before a restore also of a database that is damaged. */
export function writeBackup(
  place: BackupPlace,
  kind: BackupKind | 'before-restore',
  now: Date,
): Promise<Omit<MadeBackup, 'offSite'>> {
  return inWorkshop(place.folder, async (scratch) => {
    const content = await takeContent(place.databaseUrl, scratch);
    if (content.problem && kind !== 'before-restore') {
      throw new BackupError(content.problem);
    }
    const header: Header = {
      dialect: dialectOf(place.databaseUrl),
      kind,
      madeAt: now.toISOString(),
      bytes: (await stat(content.file)).size,
      facts: content.problem ? null : content.facts,
    };
    const sealed = join(scratch, 'sealed');
    await seal({ from: content.file, to: sealed, header, key: place.key });
    const file = backupName(kind, now);
    const path = join(place.folder, file);
    await rename(sealed, path);
    await syncFolder(place.folder);
    return { file, path, bytes: (await stat(path)).size, header };
  });
}

async function rotate(db: Db, { folder }: BackupPlace): Promise<string[]> {
  const files = rotatedOut(await listBackups(folder, db.timezone), db.now());
  await Promise.all(files.map((file) => rm(join(folder, file), { force: true })));
  return files;
}

function noteOf({ file, bytes, header }: Omit<MadeBackup, 'offSite'>) {
  const { audit } = header.facts ?? {};
  return {
    state: 'good' as const,
    file,
    bytes,
    auditLines: audit?.lines ?? null,
    auditHead: audit?.head ?? null,
  };
}
