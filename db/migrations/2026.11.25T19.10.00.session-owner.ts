import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { instant } }) => {
  // Sessions last a working day at most: they end here, and everybody logs in anew.
  await run('DROP TABLE session');
  await run(`CREATE TABLE session (
    sid TEXT NOT NULL PRIMARY KEY,
    person_id INTEGER NOT NULL REFERENCES person (id),
    way TEXT NOT NULL CHECK (way IN ('password', 'link')),
    browser TEXT NOT NULL DEFAULT '',
    started_at ${instant} NOT NULL,
    seen_at ${instant} NOT NULL,
    expires ${instant} NOT NULL,
    data TEXT NOT NULL)`);
  await run('CREATE INDEX session_by_person ON session (person_id)');
};

export const down: Migration = async ({ run, types: { instant } }) => {
  await run('DROP TABLE session');
  await run(`CREATE TABLE session (
    sid VARCHAR(36) NOT NULL PRIMARY KEY,
    expires ${instant},
    data TEXT,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
};
