import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, dialect }) => {
  if (dialect === 'postgres') {
    await run(`CREATE FUNCTION change_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'change is append-only'; END $$`);
    await run(`CREATE TRIGGER change_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON change
      FOR EACH STATEMENT EXECUTE FUNCTION change_is_append_only()`);
    return;
  }
  for (const verb of ['UPDATE', 'DELETE']) {
    await run(`CREATE TRIGGER change_refuses_${verb.toLowerCase()} BEFORE ${verb} ON change
      BEGIN SELECT RAISE(ABORT, 'change is append-only'); END`);
  }
};

export const down: Migration = async ({ run, dialect }) => {
  if (dialect === 'postgres') {
    await run('DROP TRIGGER change_is_append_only ON change');
    await run('DROP FUNCTION change_is_append_only()');
    return;
  }
  await run('DROP TRIGGER change_refuses_update');
  await run('DROP TRIGGER change_refuses_delete');
};
