import type { Migration, MigrationContext } from './migration.ts';

const COLUMNS =
  'id, kind, state, at, file, bytes, audit_lines, audit_head, off_site, removed_at, error';

export const up: Migration = (context) =>
  allow(context, ['nightly', 'console', 'chat', 'panel', 'drill', 'restore']);

export const down: Migration = async (context) => {
  await context.run("UPDATE backup_run SET kind = 'console' WHERE kind = 'panel'");
  await allow(context, ['nightly', 'console', 'chat', 'drill', 'restore']);
};

/** SQLite changes no condition of a table; nothing refers to this one, so it is made anew. */
async function allow({ run, dialect, types: { id, instant } }: MigrationContext, kinds: string[]) {
  const condition = `kind IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`;
  if (dialect === 'postgres') {
    await run('ALTER TABLE backup_run DROP CONSTRAINT backup_run_kind_check');
    await run(`ALTER TABLE backup_run ADD CONSTRAINT backup_run_kind_check CHECK (${condition})`);
    return;
  }
  await run(`CREATE TABLE backup_run_anew (
    id ${id},
    kind TEXT NOT NULL CHECK (${condition}),
    state TEXT NOT NULL CHECK (state IN ('good', 'failed')),
    at ${instant} NOT NULL,
    file TEXT,
    bytes INTEGER,
    audit_lines INTEGER,
    audit_head TEXT,
    off_site TEXT CHECK (off_site IN ('done', 'failed')),
    removed_at ${instant},
    error TEXT)`);
  await run(`INSERT INTO backup_run_anew (${COLUMNS}) SELECT ${COLUMNS} FROM backup_run`);
  await run('DROP TABLE backup_run');
  await run('ALTER TABLE backup_run_anew RENAME TO backup_run');
  await run('CREATE INDEX backup_run_by_time ON backup_run (at)');
}
