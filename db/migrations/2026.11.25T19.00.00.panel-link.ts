import type { Migration } from './migration.ts';

export const up: Migration = async ({ run }) => {
  // Only a link that was asked for in a chat has these; the others set a password.
  await run('ALTER TABLE panel_token ADD COLUMN chat TEXT');
  await run('ALTER TABLE panel_token ADD COLUMN code_hash TEXT');
  await run('ALTER TABLE panel_token ADD COLUMN wrong INTEGER NOT NULL DEFAULT 0');
};

export const down: Migration = async ({ run }) => {
  // As passwords are set by what is left, these must not be found there.
  await run('DELETE FROM panel_token WHERE chat IS NOT NULL');
  await run('ALTER TABLE panel_token DROP COLUMN wrong');
  await run('ALTER TABLE panel_token DROP COLUMN code_hash');
  await run('ALTER TABLE panel_token DROP COLUMN chat');
};
