import { randomUUID } from 'node:crypto';
import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { type Clock, type Db, openDb } from '../db/open.ts';
import { createDatabase, dropDatabase } from './postgres.ts';

export type TestDb = { db: Db; url: string; close: () => Promise<void> };

/**
 * A fresh migrated database: a file of its own on SQLite, a database of its own on PostgreSQL.
 * The dialect is PostgreSQL when TEST_POSTGRES_URL is set, so the whole suite runs on either.
 * `place` is another folder, as a disk of a test's own: there it is a file, whatever the dialect.
 */
export async function openTestDb(
  clock: Clock,
  timezone = 'Europe/Moscow',
  place?: string,
): Promise<TestDb> {
  const { folder, sqlite, postgres } = inject('template');
  const name = `zhurnal_${randomUUID().replaceAll('-', '')}`;
  if (postgres && place === undefined) {
    const url = await createDatabase(postgres, name, postgres);
    const db = await openDb({ url, clock, timezone });
    return {
      db,
      url,
      close: async () => {
        await db.close();
        await dropDatabase(url);
      },
    };
  }
  const file = join(place ?? folder, `${name}.sqlite`);
  await copyFile(sqlite, file);
  const url = `sqlite:${file}`;
  const db = await openDb({ url, clock, timezone });
  return { db, url, close: () => db.close() };
}
