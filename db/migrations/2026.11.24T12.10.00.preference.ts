import type { Migration } from './migration.ts';

export const up: Migration = async ({ run }) => {
  await run(`CREATE TABLE preference (
    person_id INTEGER NOT NULL REFERENCES person (id),
    key TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (person_id, key))`);
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE preference');
};
