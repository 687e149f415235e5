import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE view_event (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    side TEXT NOT NULL CHECK (side IN ('family', 'school')),
    screen TEXT NOT NULL,
    date DATE NOT NULL,
    first_at ${instant} NOT NULL,
    last_at ${instant} NOT NULL,
    count INTEGER NOT NULL DEFAULT 1,
    UNIQUE (person_id, pupil_id, side, screen, date))`);
  await run('CREATE INDEX view_event_by_pupil ON view_event (pupil_id, date)');
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE view_event');
};
