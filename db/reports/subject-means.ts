import type { Db, Tx } from '../open.ts';
import { meanOf } from '../rules/averages.ts';

/** A pupil's weighted mean in a subject, null where there is nothing to average. */
export type SubjectMeans = (pupilId: number, subject: string) => number | null;

/**
 * Means of many pupils between two days by subject, whichever course the marks were given in. One
 * query, and one row a pupil and subject.
 */
export async function readSubjectMeans(
  db: Db,
  of: { pupilIds: readonly number[]; from: string; to: string },
  tx?: Tx,
): Promise<SubjectMeans> {
  const rows = await db.select<{
    pupilId: number;
    subject: string;
    sum: number;
    weights: number;
  }>(
    `SELECT m.pupil_id AS "pupilId", s.name AS subject, SUM(m.value * m.weight) AS sum,
            SUM(m.weight) AS weights
       FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE m.pupil_id IN (:pupilIds) AND m.date BETWEEN :from AND :to AND m.state = 'active'
        AND m.value IS NOT NULL
      GROUP BY m.pupil_id, s.name`,
    of,
    tx,
  );
  const means = new Map(
    rows.map(({ pupilId, subject, sum, weights }) => [
      `${pupilId}:${subject}`,
      meanOf(sum, weights),
    ]),
  );
  return (pupilId, subject) => means.get(`${pupilId}:${subject}`) ?? null;
}
