import type { Migration } from './migration.ts';

export const up: Migration = async ({ run, types: { id } }) => {
  await run(`CREATE TABLE finding (
    id ${id},
    key TEXT NOT NULL UNIQUE,
    rule TEXT NOT NULL,
    course_id INTEGER NOT NULL REFERENCES course (id),
    term_id INTEGER NOT NULL REFERENCES term (id),
    teacher_id INTEGER REFERENCES person (id),
    pupil_id INTEGER REFERENCES pupil (id),
    date DATE,
    number INTEGER,
    amount INTEGER,
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    found_on DATE NOT NULL,
    closed_on DATE)`);
  await run('CREATE INDEX finding_by_term ON finding (term_id, state)');
};

export const down: Migration = async ({ run }) => {
  await run('DROP TABLE finding');
};
