import { constants } from 'node:fs';
import { access, copyFile, link, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { noteBackup } from '../actions/note-backup.ts';
import { migrationNames } from '../migrate.ts';
import { type Clock, openDb } from '../open.ts';
import { BackupError } from './backup-error.ts';
import { readHeader, unseal } from './container.ts';
import { dialectOf, fileOf } from './content.ts';
import { type Facts, type Header, sameFacts } from './header.ts';
import { inspectDatabase } from './inspect.ts';
import { writeBackup } from './make-backup.ts';
import { type BackupPlace, stampOf } from './place.ts';
import { isOpenElsewhere, restorePostgres } from './postgres-tools.ts';
import { takeAlone } from './sqlite-file.ts';
import { inWorkshop, syncFolder } from './workshop.ts';

export type RestoreOptions = {
  /** The backup. */
  file: string;
  place: BackupPlace;
  clock: Clock;
  timezone: string;
  /** The database may hold another school's journal, which goes. */
  otherSchool: boolean;
};

/** What was restored, and where what was there before has gone: null if there was nothing. */
export type Restored = { header: Header; safetyCopy: string | null };

/**
 * Puts a backup in the place of the present database, which is kept as a safety copy. All is
 * decrypted, checked and migrated beside it first; whatever is wrong throws a BackupError and leaves
 * the present database as it is. For the operator at the console, while the server is stopped.
 */
export async function restoreBackup(options: RestoreOptions): Promise<Restored> {
  const { file, place } = options;
  const header = await readHeader(file);
  const dialect = dialectOf(place.databaseUrl);
  if (header.dialect !== dialect) {
    throw new BackupError('other-database');
  }
  const schema = header.facts?.schema;
  if (schema !== undefined && !(await migrationNames()).includes(schema)) {
    throw new BackupError('newer-schema', { schema });
  }
  const restore = dialect === 'sqlite' ? restoreSqlite : restoreInPostgres;
  return { header, safetyCopy: await restore(options, header) };
}

async function restoreSqlite(options: RestoreOptions, header: Header): Promise<string | null> {
  const { file, place } = options;
  const target = fileOf(place.databaseUrl);
  return inWorkshop(dirname(target), async (scratch) => {
    const content = join(scratch, 'restored.sqlite');
    await unseal({ from: file, key: place.key, to: content });
    await checkRestored(`sqlite:${content}`, header);
    await bringUpToDate(options, `sqlite:${content}`, header);
    await (await takeAlone(content))?.release();
    const safetyCopy = (await exists(target)) ? await setAside(options, header, target) : null;
    // What is left of these belongs to the old file; the new one would take it for its own.
    await Promise.all(['-wal', '-shm'].map((end) => rm(`${target}${end}`, { force: true })));
    await rename(content, target);
    await syncFolder(dirname(target));
    return safetyCopy;
  });
}

/**
 * Gives the present database, which nobody may have open, a second name. The restored one then takes
 * the first in one step: a crash leaves the one or the other.
 */
async function setAside(options: RestoreOptions, header: Header, target: string): Promise<string> {
  await checkSchool(options, header);
  const alone = await takeAlone(target);
  if (!alone) {
    throw new BackupError('in-use');
  }
  const safetyCopy = `${target}.before-restore-${stampOf(options.clock())}`;
  try {
    await keepAs(target, safetyCopy);
    // Only a damaged file still has one here.
    if (await exists(`${target}-wal`)) {
      await keepAs(`${target}-wal`, `${safetyCopy}-wal`);
    }
  } finally {
    await alone.release();
  }
  return safetyCopy;
}

/** The very file, so that the moment in which a server could still open it is as short as can be. */
async function keepAs(file: string, name: string): Promise<void> {
  await link(file, name).catch(() => copyFile(file, name, constants.COPYFILE_EXCL));
}

async function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}

async function restoreInPostgres(options: RestoreOptions, header: Header): Promise<string | null> {
  const { file, place, clock } = options;
  const { databaseUrl, folder } = place;
  if (await isOpenElsewhere(databaseUrl)) {
    throw new BackupError('in-use');
  }
  await unseal({ from: file, key: place.key });
  await checkSchool(options, header);
  const safety = await writeBackup(place, 'before-restore', clock());
  await inWorkshop(folder, async (scratch) => {
    const content = join(scratch, 'restored');
    await unseal({ from: file, key: place.key, to: content });
    await restorePostgres(databaseUrl, scratch, content);
  });
  await checkRestored(databaseUrl, header);
  await bringUpToDate(options, databaseUrl, header);
  return safety.path;
}

/** Reads the restored database whole and compares it with what the backup says it holds. */
export async function checkRestored(url: string, { facts }: Header): Promise<Facts> {
  const found = await inspectDatabase(url);
  if (facts && found.problem) {
    throw new BackupError(found.problem);
  }
  if (facts && !sameFacts(facts, found.facts)) {
    throw new BackupError('differs');
  }
  return found.facts;
}

/** A journal of another school is not replaced by a slip of the hand; an empty one is anybody's. */
async function checkSchool({ place, otherSchool }: RestoreOptions, { facts }: Header) {
  const present = await inspectDatabase(place.databaseUrl).catch(() => null);
  const school = present?.facts.school ?? null;
  if (!otherSchool && school !== null && facts?.school !== school) {
    throw new BackupError('other-school');
  }
}

/** Migrates what was restored and writes into it where it comes from. */
async function bringUpToDate(
  { file, clock, timezone }: RestoreOptions,
  url: string,
  { facts }: Header,
): Promise<void> {
  const db = await openDb({ url, clock, timezone });
  try {
    await db.write((tx) =>
      noteBackup(tx, {
        kind: 'restore',
        state: 'good',
        file: basename(file),
        auditLines: facts?.audit.lines ?? null,
        auditHead: facts?.audit.head ?? null,
      }),
    );
  } finally {
    await db.close();
  }
}
