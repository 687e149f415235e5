import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE thread (
    id ${id},
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    class_id INTEGER NOT NULL REFERENCES school_class (id),
    created_at ${instant} NOT NULL,
    UNIQUE (pupil_id, class_id))`);
  await run('CREATE INDEX thread_by_class ON thread (class_id)');
  await run(`CREATE TABLE message (
    id ${id},
    thread_id INTEGER NOT NULL REFERENCES thread (id),
    author_id INTEGER NOT NULL REFERENCES person (id),
    side TEXT NOT NULL CHECK (side IN ('school', 'family')),
    text TEXT NOT NULL,
    file_kind TEXT CHECK (file_kind = 'photo'),
    file_id TEXT,
    file_name TEXT,
    operation TEXT NOT NULL,
    sent_at ${instant} NOT NULL,
    CHECK ((file_kind IS NULL) = (file_id IS NULL)))`);
  await run('CREATE INDEX message_by_thread ON message (thread_id, id)');
  await run('CREATE INDEX message_by_author ON message (author_id, sent_at)');
  await run('CREATE INDEX message_by_operation ON message (operation)');
  await run(`CREATE TABLE message_receipt (
    id ${id},
    message_id INTEGER NOT NULL REFERENCES message (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    delivered_at ${instant},
    read_at ${instant},
    UNIQUE (message_id, person_id))`);
  await run('CREATE INDEX message_receipt_by_person ON message_receipt (person_id)');
  await run(`CREATE TABLE class_hours (
    class_id INTEGER NOT NULL PRIMARY KEY REFERENCES school_class (id),
    from_hour INTEGER NOT NULL CHECK (from_hour >= 0),
    to_hour INTEGER NOT NULL CHECK (to_hour <= 24),
    CHECK (from_hour < to_hour))`);
};

export const down: Migration = async ({ run }) => {
  for (const table of ['class_hours', 'message_receipt', 'message', 'thread']) {
    await run(`DROP TABLE ${table}`);
  }
};
