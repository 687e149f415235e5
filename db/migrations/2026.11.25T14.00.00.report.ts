import type { Migration } from './migration.ts';

const KINDS = "('teacher', 'class', 'summary', 'attendance', 'movement', 'school', 'interest')";

export const up: Migration = async ({ run, types: { id, instant } }) => {
  await run(`CREATE TABLE report (
    id ${id},
    kind TEXT NOT NULL CHECK (kind IN ${KINDS}),
    teacher_id INTEGER REFERENCES person (id),
    class_id INTEGER REFERENCES school_class (id),
    academic_year_id INTEGER NOT NULL REFERENCES academic_year (id),
    term_id INTEGER REFERENCES term (id),
    data TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approved')),
    version INTEGER NOT NULL DEFAULT 1,
    made_at ${instant} NOT NULL,
    approved_at ${instant},
    approved_by_id INTEGER REFERENCES person (id))`);
  // One of a kind for an owner and a period: without an owner it is the school's, without a term of
  // the year, which is the class's own.
  await run(`CREATE UNIQUE INDEX report_of_teacher ON report (kind, teacher_id, term_id)
    WHERE teacher_id IS NOT NULL`);
  await run(`CREATE UNIQUE INDEX report_of_class ON report (kind, class_id, term_id)
    WHERE class_id IS NOT NULL AND term_id IS NOT NULL`);
  await run(`CREATE UNIQUE INDEX report_of_class_year ON report (kind, class_id)
    WHERE class_id IS NOT NULL AND term_id IS NULL`);
  await run(`CREATE UNIQUE INDEX report_of_school ON report (kind, term_id)
    WHERE teacher_id IS NULL AND class_id IS NULL`);
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE report');
};
