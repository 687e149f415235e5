import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE week_acknowledgement (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    monday DATE NOT NULL,
    at ${instant} NOT NULL,
    UNIQUE (pupil_id, monday, person_id))`);
  await run('CREATE INDEX week_acknowledgement_by_week ON week_acknowledgement (monday)');
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE week_acknowledgement');
};
