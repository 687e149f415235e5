import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE absence_excuse (
    id ${id},
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    date DATE NOT NULL,
    person_id INTEGER NOT NULL REFERENCES person (id),
    answer TEXT NOT NULL CHECK (answer IN ('ill', 'excused', 'unknown', 'other')),
    text TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'applied', 'declined')),
    code TEXT CHECK (code IN ('ill', 'excused')),
    decided_by_id INTEGER REFERENCES person (id),
    decided_at ${instant},
    version INTEGER NOT NULL DEFAULT 1,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL,
    UNIQUE (pupil_id, date, person_id))`);
  await run('CREATE INDEX absence_excuse_by_date ON absence_excuse (date)');
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE absence_excuse');
};
