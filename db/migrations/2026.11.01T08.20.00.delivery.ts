import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE inbox (
    id ${id},
    event_id TEXT NOT NULL UNIQUE,
    chat TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'done')),
    received_at ${instant} NOT NULL,
    done_at ${instant})`);
  await run("CREATE INDEX inbox_waiting ON inbox (id) WHERE state = 'new'");
  await run(`CREATE TABLE outbox (
    id ${id},
    dedupe_key TEXT NOT NULL UNIQUE,
    chat TEXT NOT NULL,
    lane INTEGER NOT NULL CHECK (lane BETWEEN 0 AND 3),
    payload TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'dead')),
    attempts INTEGER NOT NULL DEFAULT 0,
    not_before ${instant} NOT NULL,
    lease_until ${instant},
    lease_token TEXT,
    last_error TEXT,
    created_at ${instant} NOT NULL,
    sent_at ${instant})`);
  await run("CREATE INDEX outbox_waiting ON outbox (lane, id) WHERE state = 'waiting'");
  await run("CREATE INDEX outbox_waiting_by_chat ON outbox (chat, id) WHERE state = 'waiting'");
  await run(`CREATE TABLE notice (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    kind TEXT NOT NULL CHECK (kind IN ('mark', 'absence')),
    record_id INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'settled')),
    lane INTEGER NOT NULL CHECK (lane IN (1, 2)),
    told TEXT,
    ripe_at ${instant} NOT NULL,
    UNIQUE (kind, record_id, person_id))`);
  await run("CREATE INDEX notice_waiting ON notice (person_id, lane) WHERE state = 'waiting'");
  await run(`CREATE TABLE dialog (
    chat TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    data TEXT NOT NULL,
    version INTEGER NOT NULL,
    expires_at ${instant} NOT NULL)`);
  await run(`CREATE TABLE job_run (
    id ${id},
    job TEXT NOT NULL,
    slot TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('running', 'done', 'failed')),
    attempts INTEGER NOT NULL DEFAULT 1,
    lease_until ${instant},
    started_at ${instant} NOT NULL,
    finished_at ${instant},
    error TEXT,
    UNIQUE (job, slot))`);
  await run('CREATE TABLE setting (key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL)');
};

export const down: Migration = async ({ run }) => {
  for (const table of ['setting', 'job_run', 'dialog', 'notice', 'outbox', 'inbox']) {
    await run(`DROP TABLE ${table}`);
  }
};
