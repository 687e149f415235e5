import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDb } from '../../../db/open.ts';
import { createDatabase, dropDatabase } from '../../postgres.ts';

export const DATABASES = ['sqlite', 'postgres'] as const;
export type DatabaseKind = (typeof DATABASES)[number];

/** Fresh migrated databases of one kind, from a template made once. */
export type Databases = {
  create: (name: string) => Promise<{ url: string; drop: () => Promise<void> }>;
  close: () => Promise<void>;
};

/** `server` is the address of PostgreSQL; SQLite needs none. */
export async function openDatabases(kind: DatabaseKind, server: string): Promise<Databases> {
  const migrated = async (url: string) => {
    const db = await openDb({ url, clock: () => new Date(), timezone: 'Europe/Moscow' });
    await db.close();
    return url;
  };
  if (kind === 'postgres') {
    const template = await migrated(
      await createDatabase(server, `zhurnal_crash_template_${process.pid}`),
    );
    return {
      create: async (name) => {
        const url = await createDatabase(server, `zhurnal_${name}_${process.pid}`, template);
        return { url, drop: () => dropDatabase(url) };
      },
      close: () => dropDatabase(template),
    };
  }
  const folder = await mkdtemp(join(tmpdir(), 'zhurnal-crash-'));
  const template = join(folder, 'template.sqlite');
  await migrated(`sqlite:${template}`);
  return {
    create: async (name) => {
      const file = join(folder, `${name}.sqlite`);
      await copyFile(template, file);
      const files = ['', '-wal', '-shm'].map((end) => `${file}${end}`);
      const drop = async () => {
        await Promise.all(files.map((one) => rm(one, { force: true })));
      };
      return { url: `sqlite:${file}`, drop };
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
