import type { Migration } from './migration.ts';

export const up: Migration = async ({ run }) => {
  await run(`CREATE TABLE notice_choice (
    person_id INTEGER NOT NULL REFERENCES person (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    topic TEXT NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('both', 'instant', 'digest', 'weekly', 'off')),
    PRIMARY KEY (person_id, pupil_id, topic))`);
  // What waits for a summary is looked for once an evening, among all that was ever told.
  await run("CREATE INDEX notice_held ON notice (state) WHERE state IN ('evening', 'week')");
};

export const down: Migration = async ({ run }) => {
  await run('DROP INDEX notice_held');
  await run('DROP TABLE notice_choice');
};
