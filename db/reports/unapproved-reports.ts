import type { Db, Tx } from '../open.ts';

/** How many reports of a term nobody has approved yet: of teachers, of class teachers, of the school. */
export type UnapprovedReports = { teachers: number; classes: number; school: number };

/**
 * Counts those who answer for a report of a term and haven't approved it, made or not. Grade 1, where
 * no marks are given, owes its class teacher's all the same. One query.
 */
export async function readUnapprovedReports(
  db: Db,
  termId: number,
  tx?: Tx,
): Promise<UnapprovedReports> {
  const [row] = await db.select<UnapprovedReports>(
    `WITH k AS (SELECT s.id, s.class_teacher_id FROM school_class s JOIN term t ON t.id = :termId
          AND t.academic_year_id = s.academic_year_id
          AND t.min_grade <= s.grade AND s.grade <= t.max_grade),
      approved AS (SELECT kind, teacher_id, class_id FROM report
          WHERE term_id = :termId AND state = 'approved')
     SELECT CAST((SELECT COUNT(DISTINCT c.teacher_id) FROM k JOIN course c ON c.class_id = k.id
              WHERE c.teacher_id NOT IN (SELECT a.teacher_id FROM approved a
                WHERE a.kind = 'teacher')) AS INTEGER) AS teachers,
            CAST((SELECT COUNT(*) FROM k WHERE k.class_teacher_id IS NOT NULL
               AND k.id NOT IN (SELECT a.class_id FROM approved a
                WHERE a.kind = 'class')) AS INTEGER) AS classes,
            CAST((SELECT COUNT(*) FROM (SELECT 1 AS one) x WHERE EXISTS (SELECT 1 FROM k)
               AND NOT EXISTS (SELECT 1 FROM approved a
                WHERE a.kind = 'school')) AS INTEGER) AS school`,
    { termId },
    tx,
  );
  return row ?? { teachers: 0, classes: 0, school: 0 };
}
