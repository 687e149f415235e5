import type { Migration, MigrationContext } from './migration.ts';

const BEFORE = {
  kind: "('mark', 'absence')",
  state: "('waiting', 'settled')",
  lane: '1 AND 2',
};
const AFTER = {
  kind: "('mark', 'absence', 'term_mark', 'behaviour_note')",
  state: "('waiting', 'evening', 'week', 'settled')",
  lane: '1 AND 3',
};

export const up: Migration = (context) => allow(context, AFTER);

export const down: Migration = async (context) => {
  const { run } = context;
  await run("DELETE FROM notice WHERE kind IN ('term_mark', 'behaviour_note')");
  await run("UPDATE notice SET state = 'waiting' WHERE state IN ('evening', 'week')");
  await run('UPDATE notice SET lane = 2 WHERE lane = 3');
  await allow(context, BEFORE);
};

/** Says anew what a notice may be. SQLite can't change a check: the rows go to a new table. */
async function allow(
  { run, dialect, types: { id, instant } }: MigrationContext,
  { kind, state, lane }: typeof BEFORE,
): Promise<void> {
  if (dialect === 'postgres') {
    for (const [column, check] of [
      ['kind', `kind IN ${kind}`],
      ['state', `state IN ${state}`],
      ['lane', `lane BETWEEN ${lane}`],
    ]) {
      await run(`ALTER TABLE notice DROP CONSTRAINT notice_${column}_check`);
      await run(`ALTER TABLE notice ADD CONSTRAINT notice_${column}_check CHECK (${check})`);
    }
    return;
  }
  const columns = 'id, person_id, pupil_id, kind, record_id, state, lane, told, ripe_at';
  await run(`CREATE TABLE notice_anew (
    id ${id},
    person_id INTEGER NOT NULL REFERENCES person (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    kind TEXT NOT NULL CHECK (kind IN ${kind}),
    record_id INTEGER NOT NULL,
    state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ${state}),
    lane INTEGER NOT NULL CHECK (lane BETWEEN ${lane}),
    told TEXT,
    ripe_at ${instant} NOT NULL,
    UNIQUE (kind, record_id, person_id))`);
  await run(`INSERT INTO notice_anew (${columns}) SELECT ${columns} FROM notice`);
  await run('DROP TABLE notice');
  await run('ALTER TABLE notice_anew RENAME TO notice');
  await run("CREATE INDEX notice_waiting ON notice (person_id, lane) WHERE state = 'waiting'");
}
