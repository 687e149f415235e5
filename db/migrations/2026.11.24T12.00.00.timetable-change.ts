import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id } }) => {
  await run(`CREATE TABLE timetable_change (
    id ${id},
    course_id INTEGER NOT NULL REFERENCES course (id),
    date DATE NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('cancelled', 'moved')),
    to_date DATE,
    to_number INTEGER CHECK (to_number BETWEEN 0 AND 20),
    reason TEXT,
    CHECK ((kind = 'moved') = (to_date IS NOT NULL)),
    CHECK ((kind = 'moved') = (to_number IS NOT NULL)),
    CHECK (to_date <> date OR to_number <> number),
    UNIQUE (course_id, date, number),
    UNIQUE (course_id, to_date, to_number))`);
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE timetable_change');
};
