import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { openDb } from '../db/open.ts';
import { createDatabase, dropDatabase } from './postgres.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** How many events are replayed to find another family's child. */
    replays: number;
    /** A migrated, empty database that each test file copies. */
    template: { folder: string; sqlite: string; postgres: string | null };
  }
}

// Databases of tests needn't outlive the machine: in memory a commit doesn't wait for the disk.
const MEMORY = '/dev/shm';

/** Migrates one empty database of each dialect at hand; test files start from copies of it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'zhurnal-test-'));
  const clock = () => new Date();
  const timezone = 'Europe/Moscow';
  const sqlite = join(folder, 'template.sqlite');
  await (await openDb({ url: `sqlite:${sqlite}`, clock, timezone })).close();
  const server = process.env.TEST_POSTGRES_URL;
  let postgres: string | null = null;
  if (server) {
    postgres = await createDatabase(server, `zhurnal_template_${process.pid}`);
    await (await openDb({ url: postgres, clock, timezone })).close();
  }
  project.provide('template', { folder, sqlite, postgres });
  return async () => {
    await rm(folder, { recursive: true, force: true });
    if (postgres) {
      await dropDatabase(postgres);
    }
  };
}
