import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { weightedMean } from '../rules/averages.ts';

/** A lesson's trace in the row of a subject, in order of time: a mark, work owed, or an absence. */
export type MarkCell = { value: number | null; absence: null } | { absence: AbsenceCode };

export type SubjectMarks = { subject: string; cells: MarkCell[]; mean: number | null };

type Row = {
  line: 'mark' | 'course' | 'absence';
  subject: string;
  value: number | null;
  weight: number | null;
  code: AbsenceCode | null;
};

/**
 * A child's marks and absences between two days by subject, subjects without any included, in
 * alphabetical order. Reads this child's rows only. One query.
 */
export async function readMarksSummary(
  db: Db,
  of: { pupilId: number; classId: number; from: string; to: string },
): Promise<SubjectMarks[]> {
  const lessonOf = (record: string) =>
    `FROM ${record} r JOIN lesson l ON l.id = r.lesson_id JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE r.pupil_id = :pupilId AND r.date BETWEEN :from AND :to AND r.state = 'active'`;
  const rows = await db.select<Row>(
    `SELECT line, subject, value, weight, code FROM (
       SELECT 'mark' AS line, s.name AS subject, r.date, l.number, r.id, r.value, r.weight,
              NULL AS code ${lessonOf('mark')}
       UNION ALL SELECT 'course', s.name, NULL, 0, 0, NULL, NULL, NULL
         FROM course c JOIN subject s ON s.id = c.subject_id
        WHERE c.class_id = :classId AND (c.group_name = '' OR EXISTS (
          SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = :pupilId))
       UNION ALL SELECT 'absence', s.name, r.date, l.number, r.id, NULL, NULL, r.code
              ${lessonOf('absence')}) entry
      ORDER BY date, number, id`,
    of,
  );
  const subjects = [...new Set(rows.map(({ subject }) => subject))].sort((left, right) =>
    left.localeCompare(right, 'ru'),
  );
  return subjects.map((subject) => {
    const own = rows.filter((row) => row.subject === subject && row.line !== 'course');
    return {
      subject,
      cells: own.map(({ code, value }) =>
        code === null ? { value, absence: null } : { absence: code },
      ),
      mean: weightedMean(own.map(({ value, weight }) => ({ value, weight: weight ?? 0 }))),
    };
  });
}
