import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTopic } from '../../db/actions/set-topic.ts';
import type { BackupError } from '../../db/backup/backup-error.ts';
import { inspectDatabase } from '../../db/backup/inspect.ts';
import { makeBackup } from '../../db/backup/make-backup.ts';
import type { BackupPlace } from '../../db/backup/place.ts';
import { restoreBackup } from '../../db/backup/restore-backup.ts';
import { openJournalWorld } from '../actions/journal-world.ts';
import { dropDatabase } from '../postgres.ts';
import { KEY } from './key.ts';

/** A journal of some lines with a folder for its backups. `stop` closes it, as a server that ends. */
export async function openBackupWorld() {
  const world = await openJournalWorld();
  const { db, url, clock, as, people, lesson } = world;
  const folder = await mkdtemp(join(tmpdir(), 'zhurnal-backup-'));
  const place: BackupPlace = { databaseUrl: url, folder, key: KEY, ownKey: true, hook: null };
  let topics = 0;
  let stopped = false;

  /** One more line of the audit. */
  function write(): Promise<unknown> {
    topics += 1;
    return as(people.teacher, (tx, by) => setTopic(tx, by, { lesson, topic: `Тема ${topics}` }));
  }

  for (let line = 0; line < 5; line += 1) {
    await write();
  }
  return {
    ...world,
    folder,
    place,
    write,
    make: (changes: Partial<BackupPlace> = {}) =>
      makeBackup(db, { ...place, ...changes }, 'console'),
    restore: (file: string, changes: Partial<BackupPlace> & { otherSchool?: boolean } = {}) => {
      const { otherSchool = false, ...placed } = changes;
      const options = { file, clock, timezone: 'Europe/Moscow', otherSchool };
      return restoreBackup({ ...options, place: { ...place, ...placed } });
    },
    facts: async () => (await inspectDatabase(url)).facts,
    files: async () => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort(),
    stop: async () => {
      stopped = true;
      await db.close();
    },
    close: async () => {
      if (!stopped) {
        await world.close();
      } else if (db.dialect === 'postgres') {
        await dropDatabase(url);
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export type BackupWorld = Awaited<ReturnType<typeof openBackupWorld>>;

/** Why a backup or a restore was refused. */
export async function problemOf(refused: Promise<unknown>): Promise<string> {
  return refused.then(
    () => 'nothing',
    (error: BackupError) => error.problem ?? String(error),
  );
}
