import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant, flag } }) => {
  await run(`CREATE TABLE chat_link (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    address TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'blocked', 'cut')),
    linked_at ${instant} NOT NULL)`);
  await run('CREATE INDEX chat_link_by_person ON chat_link (person_id)');
  await run(`CREATE TABLE invite (
    id ${id},
    kind TEXT NOT NULL CHECK (kind IN ('staff', 'family')),
    person_id INTEGER REFERENCES person (id),
    pupil_id INTEGER REFERENCES pupil (id),
    code_hash TEXT NOT NULL UNIQUE,
    token_hash TEXT NOT NULL UNIQUE,
    created_by_id INTEGER REFERENCES person (id),
    created_at ${instant} NOT NULL,
    expires_at ${instant} NOT NULL,
    used_at ${instant},
    used_by_id INTEGER REFERENCES person (id),
    revoked_at ${instant},
    CHECK ((kind = 'staff' AND person_id IS NOT NULL AND pupil_id IS NULL)
      OR (kind = 'family' AND pupil_id IS NOT NULL)))`);
  await run('CREATE INDEX invite_by_pupil ON invite (pupil_id)');
  await run('CREATE INDEX invite_by_person ON invite (person_id)');
  await run(`CREATE TABLE code_attempt (
    id ${id},
    address TEXT NOT NULL,
    at ${instant} NOT NULL)`);
  await run('CREATE INDEX code_attempt_by_address ON code_attempt (address, at)');
  await run(`CREATE TABLE credential (
    person_id INTEGER NOT NULL PRIMARY KEY REFERENCES person (id),
    login TEXT NOT NULL UNIQUE,
    password_hash TEXT NOT NULL,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
  await run(`CREATE TABLE panel_token (
    id ${id},
    token_hash TEXT NOT NULL UNIQUE,
    person_id INTEGER REFERENCES person (id),
    created_at ${instant} NOT NULL,
    expires_at ${instant} NOT NULL,
    used_at ${instant})`);
  await run(`CREATE TABLE login_attempt (
    id ${id},
    login TEXT NOT NULL,
    ip TEXT NOT NULL,
    succeeded ${flag} NOT NULL,
    at ${instant} NOT NULL)`);
  await run('CREATE INDEX login_attempt_by_login ON login_attempt (login, at)');
  await run('CREATE INDEX login_attempt_by_ip ON login_attempt (ip, at)');
  await run(`CREATE TABLE session (
    sid VARCHAR(36) NOT NULL PRIMARY KEY,
    expires ${instant},
    data TEXT,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
};

export const down: Migration = async ({ run }) => {
  for (const table of [
    'session',
    'login_attempt',
    'panel_token',
    'credential',
    'code_attempt',
    'invite',
    'chat_link',
  ]) {
    await run(`DROP TABLE ${table}`);
  }
};
