import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { flag, no } }) => {
  await run(`ALTER TABLE outbox ADD COLUMN secret ${flag} NOT NULL DEFAULT ${no}`);
};

export const down: Migration = async ({ run }) => {
  await run('ALTER TABLE outbox DROP COLUMN secret');
};
