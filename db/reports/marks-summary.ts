import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { type WeighedMark, weightedMean } from '../rules/averages.ts';

/** A lesson's trace in the row of a subject, in order of time: a mark, work owed, or an absence. */
export type MarkCell = { value: number | null; absence: null } | { absence: AbsenceCode };

export type SubjectMarks = { subject: string; cells: MarkCell[]; mean: number | null };

// «5/1.5» for a mark and its weight, «/1» for work that is owed, or the code of an absence.
type Row = { subject: string; cells: string | null };

/**
 * A child's marks and absences between two days by subject, subjects without any included, in
 * alphabetical order. Reads this child's rows only. One query, and one row a subject: a driver takes
 * longer to hand over a quarter of marks one by one than the database to find them.
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
    `SELECT subject, string_agg(cell, ' ' ORDER BY date, number, id) AS cells FROM (
       SELECT s.name AS subject, r.date, l.number, r.id,
              COALESCE(CAST(r.value AS TEXT), '') || '/' || CAST(r.weight AS TEXT) AS cell
              ${lessonOf('mark')}
       UNION ALL SELECT s.name, r.date, l.number, r.id, r.code ${lessonOf('absence')}
       UNION ALL SELECT s.name, NULL, 0, 0, NULL
         FROM course c JOIN subject s ON s.id = c.subject_id
        WHERE c.class_id = :classId AND (c.group_name = '' OR EXISTS (
          SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = :pupilId))
       ) entry
      GROUP BY subject`,
    of,
  );
  return rows
    .map(({ subject, cells }) => ({ subject, ...readCells(cells) }))
    .sort((left, right) => left.subject.localeCompare(right.subject, 'ru'));
}

function readCells(written: string | null): Pick<SubjectMarks, 'cells' | 'mean'> {
  const marks: WeighedMark[] = [];
  const cells = (written?.split(' ') ?? []).map((cell): MarkCell => {
    const [value = '', weight] = cell.split('/');
    if (weight === undefined) {
      return { absence: cell as AbsenceCode };
    }
    const mark = { value: value === '' ? null : Number(value), weight: Number(weight) };
    marks.push(mark);
    return { value: mark.value, absence: null };
  });
  return { cells, mean: weightedMean(marks) };
}
