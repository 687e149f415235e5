import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { instant } }) => {
  await run(`CREATE TABLE second_factor (
    person_id INTEGER NOT NULL PRIMARY KEY REFERENCES person (id),
    secret TEXT NOT NULL,
    recovery TEXT NOT NULL DEFAULT '[]',
    confirmed_at ${instant},
    last_step INTEGER NOT NULL DEFAULT 0,
    wrong INTEGER NOT NULL DEFAULT 0,
    locked_until ${instant})`);
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE second_factor');
};
