import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run('ALTER TABLE lesson ADD COLUMN homework_due DATE');
  await run(`CREATE TABLE homework_file (
    id ${id},
    lesson_id INTEGER NOT NULL REFERENCES lesson (id),
    kind TEXT NOT NULL CHECK (kind IN ('photo', 'document')),
    name TEXT NOT NULL,
    mime TEXT NOT NULL,
    size INTEGER,
    messenger TEXT NOT NULL,
    file_id TEXT NOT NULL,
    author_id INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'removed')),
    created_at ${instant} NOT NULL)`);
  await run('CREATE INDEX homework_file_by_lesson ON homework_file (lesson_id)');
  await run(
    'CREATE INDEX lesson_by_plan_item ON lesson (plan_item_id) WHERE plan_item_id IS NOT NULL',
  );
};

export const down: Migration = async ({ run }) => {
  await run('DROP INDEX lesson_by_plan_item');
  await run('DROP TABLE homework_file');
  await run('ALTER TABLE lesson DROP COLUMN homework_due');
};
