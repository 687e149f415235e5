import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE backup_run (
    id ${id},
    kind TEXT NOT NULL CHECK (kind IN ('nightly', 'console', 'chat', 'drill', 'restore')),
    state TEXT NOT NULL CHECK (state IN ('good', 'failed')),
    at ${instant} NOT NULL,
    file TEXT,
    bytes INTEGER,
    audit_lines INTEGER,
    audit_head TEXT,
    off_site TEXT CHECK (off_site IN ('done', 'failed')),
    removed_at ${instant},
    error TEXT)`);
  await run('CREATE INDEX backup_run_by_time ON backup_run (at)');
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE backup_run');
};
