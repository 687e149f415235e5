import type { Migration } from './migration.ts';

export const up: Migration = async ({ run }) => {
  await run(`ALTER TABLE plan_item
    ADD COLUMN correction TEXT CHECK (correction IN ('merged', 'cut', 'moved'))`);
  await run('ALTER TABLE plan_item ADD COLUMN correction_reason TEXT');
};

export const down: Migration = async ({ run }) => {
  await run('ALTER TABLE plan_item DROP COLUMN correction_reason');
  await run('ALTER TABLE plan_item DROP COLUMN correction');
};
