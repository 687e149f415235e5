import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE behaviour_note (
    id ${id},
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    author_id INTEGER NOT NULL REFERENCES person (id),
    kind TEXT NOT NULL CHECK (kind IN ('good', 'bad')),
    text TEXT NOT NULL,
    date DATE NOT NULL,
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    operation TEXT NOT NULL,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
  await run('CREATE INDEX behaviour_note_by_pupil ON behaviour_note (pupil_id, date)');
  await run('CREATE INDEX behaviour_note_by_operation ON behaviour_note (operation)');
  await run(`CREATE TABLE acknowledgement (
    id ${id},
    note_id INTEGER NOT NULL REFERENCES behaviour_note (id),
    person_id INTEGER NOT NULL REFERENCES person (id),
    at ${instant} NOT NULL,
    UNIQUE (note_id, person_id))`);
};

export const down: Migration = async ({ run }) => {
  for (const table of ['acknowledgement', 'behaviour_note']) {
    await run(`DROP TABLE ${table}`);
  }
};
