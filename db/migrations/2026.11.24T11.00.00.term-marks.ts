import type { Migration } from './migration.ts';

const VALUES = "('5', '4', '3', '2', 'na', 'exempt', 'pass', 'fail')";

export const up: Migration = async ({ run, types: { id, instant } }) => {
  // A course belongs to a class of one academic year, so a mark without a term is of that year.
  await run(`CREATE TABLE term_mark (
    id ${id},
    pupil_id INTEGER NOT NULL REFERENCES pupil (id),
    course_id INTEGER NOT NULL REFERENCES course (id),
    term_id INTEGER REFERENCES term (id),
    value TEXT NOT NULL CHECK (value IN ${VALUES}),
    proposal TEXT CHECK (proposal IN ${VALUES}),
    mean DOUBLE PRECISION,
    author_id INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    created_at ${instant} NOT NULL,
    updated_at ${instant} NOT NULL)`);
  await run(`CREATE UNIQUE INDEX term_mark_of_term ON term_mark (pupil_id, course_id, term_id)
    WHERE term_id IS NOT NULL`);
  await run(`CREATE UNIQUE INDEX term_mark_of_year ON term_mark (pupil_id, course_id)
    WHERE term_id IS NULL`);
  await run('CREATE INDEX term_mark_by_course ON term_mark (course_id, term_id)');
  for (const mark of ['three', 'four', 'five']) {
    const column = `threshold_${mark}`;
    await run(`ALTER TABLE subject ADD COLUMN ${column} DOUBLE PRECISION
      CHECK (${column} BETWEEN 1 AND 5)`);
  }
};

export const down: Migration = async ({ run }) => {
  for (const mark of ['five', 'four', 'three']) {
    await run(`ALTER TABLE subject DROP COLUMN threshold_${mark}`);
  }
  await run('DROP TABLE term_mark');
};
