import type { Migration } from './migration.ts';

export const up: Migration = async ({ run }) => {
  await run('ALTER TABLE enrolment ADD COLUMN order_in TEXT');
  await run('ALTER TABLE enrolment ADD COLUMN order_out TEXT');
};

export const down: Migration = async ({ run }) => {
  await run('ALTER TABLE enrolment DROP COLUMN order_out');
  await run('ALTER TABLE enrolment DROP COLUMN order_in');
};
