import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { instant } }) => {
  await run(`CREATE TABLE bot_lease (
    name TEXT PRIMARY KEY,
    token TEXT NOT NULL,
    until ${instant} NOT NULL)`);
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE bot_lease');
};
