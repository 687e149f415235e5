import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { TermValue } from '../rules/term-mark.ts';
import type { ChildYear } from './child-years.ts';

/** What stands for a child in a subject, by term of the year, and for the year. */
export type SubjectTerms = {
  subject: string;
  terms: Map<number, TermValue>;
  year: TermValue | null;
};

type Row = {
  subject: string;
  termId: number | null;
  value: TermValue | null;
};

/**
 * A child's term and year marks of a school year, subjects without any included, in alphabetical
 * order. One who changed class or subgroup keeps the marks brought along; of two for the same term
 * the newer one stands. One query. For who may read the child.
 */
export async function readChildTerms(
  db: Db,
  { pupilId, year }: { pupilId: number; year: ChildYear },
): Promise<SubjectTerms[]> {
  const { academicYearId, classes } = year;
  const rows = await db.select<Row>(
    `SELECT s.name AS subject, m.term_id AS "termId", m.value, m.id
       FROM term_mark m
       JOIN course c ON c.id = m.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id AND k.grade > 1
      WHERE m.pupil_id = :pupilId AND m.state = 'active' AND k.academic_year_id = :academicYearId
     UNION ALL SELECT s.name, CAST(NULL AS INTEGER), CAST(NULL AS TEXT), 0
       FROM course c JOIN subject s ON s.id = c.subject_id
      WHERE c.class_id IN (:classIds) AND (c.group_name = '' OR EXISTS (
        SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = :pupilId))
      ORDER BY 4`,
    { pupilId, academicYearId, classIds: classes.map(({ classId }) => classId) },
  );
  return [...groupBy(rows, ({ subject }) => subject)]
    .map(([subject, own]) => {
      const marks = own.flatMap(({ termId, value }) => (value ? [{ termId, value }] : []));
      return {
        subject,
        terms: new Map(
          marks.flatMap(({ termId, value }) => (termId === null ? [] : [[termId, value] as const])),
        ),
        year: marks.findLast(({ termId }) => termId === null)?.value ?? null,
      };
    })
    .sort((left, right) => left.subject.localeCompare(right.subject, 'ru'));
}
