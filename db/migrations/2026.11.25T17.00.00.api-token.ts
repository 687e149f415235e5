import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE api_token (
    id ${id},
    name TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    made_by_id INTEGER NOT NULL REFERENCES person (id),
    made_at ${instant} NOT NULL,
    last_used_at ${instant},
    revoked_at ${instant})`);
  // The export reads both by the day, page after page.
  await run('CREATE INDEX mark_by_date ON mark (date, id)');
  await run('CREATE INDEX absence_by_date ON absence (date, id)');
};

export const down: Migration = async ({ run }) => {
  await run('DROP INDEX absence_by_date');
  await run('DROP INDEX mark_by_date');
  await run('DROP TABLE api_token');
};
