import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id } }) => {
  // Only what differs from the rule: a class goes on, the last grade leaves.
  await run(`CREATE TABLE promotion_choice (
    id ${id},
    class_id INTEGER NOT NULL REFERENCES school_class (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    fate TEXT NOT NULL CHECK (fate IN ('moves', 'repeats', 'leaves')),
    UNIQUE (class_id, pupil_id))`);
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE promotion_choice');
};
