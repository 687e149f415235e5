import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE plan_item (
    id ${id},
    course_id INTEGER NOT NULL REFERENCES course (id),
    number INTEGER NOT NULL,
    section TEXT,
    topic TEXT NOT NULL,
    hours INTEGER NOT NULL DEFAULT 1,
    control_works INTEGER NOT NULL DEFAULT 0,
    practical_works INTEGER NOT NULL DEFAULT 0,
    homework TEXT,
    planned_on DATE,
    UNIQUE (course_id, number))`);
  await run(`CREATE TABLE lesson (
    id ${id},
    course_id INTEGER NOT NULL REFERENCES course (id),
    date DATE NOT NULL,
    number INTEGER NOT NULL,
    topic TEXT,
    homework TEXT,
    plan_item_id INTEGER REFERENCES plan_item (id),
    attendance_at ${instant},
    author_id INTEGER REFERENCES person (id),
    version INTEGER NOT NULL DEFAULT 1,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL,
    UNIQUE (course_id, date, number))`);
  await run('CREATE INDEX lesson_by_date ON lesson (date)');
  await run(`CREATE TABLE mark (
    id ${id},
    lesson_id INTEGER NOT NULL REFERENCES lesson (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    date DATE NOT NULL,
    value INTEGER CHECK (value BETWEEN 1 AND 5),
    kind TEXT NOT NULL,
    weight DOUBLE PRECISION NOT NULL CHECK (weight > 0),
    comment TEXT,
    author_id INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
  await run('CREATE INDEX mark_by_lesson ON mark (lesson_id)');
  await run('CREATE INDEX mark_by_pupil ON mark (pupil_id, date)');
  await run(`CREATE TABLE absence (
    id ${id},
    lesson_id INTEGER NOT NULL REFERENCES lesson (id),
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    date DATE NOT NULL,
    code TEXT NOT NULL CHECK (code IN ('absent', 'ill', 'excused', 'late')),
    author_id INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL,
    UNIQUE (lesson_id, pupil_id))`);
  await run('CREATE INDEX absence_by_pupil ON absence (pupil_id, date)');
  await run(`CREATE TABLE change (
    id ${id},
    operation TEXT NOT NULL,
    record TEXT NOT NULL,
    record_id INTEGER NOT NULL,
    pupil_id INTEGER,
    lesson_id INTEGER,
    actor_id INTEGER REFERENCES person (id),
    door TEXT NOT NULL CHECK (door IN ('chat', 'panel', 'import', 'job')),
    at ${instant} NOT NULL,
    before TEXT,
    after TEXT,
    reason TEXT,
    undoes TEXT,
    prev_hash TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE)`);
  await run('CREATE INDEX change_by_record ON change (record, record_id)');
  await run('CREATE INDEX change_by_operation ON change (operation)');
  await run('CREATE INDEX change_by_actor ON change (actor_id, at)');
  await run('CREATE INDEX change_by_undone ON change (undoes) WHERE undoes IS NOT NULL');
};

export const down: Migration = async ({ run }) => {
  for (const table of ['change', 'absence', 'mark', 'lesson', 'plan_item']) {
    await run(`DROP TABLE ${table}`);
  }
};
