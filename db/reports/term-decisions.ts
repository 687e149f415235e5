import type { Db, Tx } from '../open.ts';
import type { TermValue } from '../rules/term-mark.ts';

/** A term mark as it is stored, cancelled ones too; `termId` null is the year. */
export type TermDecision = {
  id: number;
  pupilId: number;
  courseId: number;
  termId: number | null;
  value: TermValue;
  proposal: TermValue | null;
  mean: number | null;
  state: 'active' | 'cancelled';
  version: number;
};

/** All term and year marks these pupils have of a subject in an academic year. One query. */
export async function readTermDecisions(
  db: Db,
  of: { subjectId: number; academicYearId: number; pupilIds: readonly number[] },
  tx?: Tx,
): Promise<TermDecision[]> {
  if (of.pupilIds.length === 0) {
    return [];
  }
  return db.select<TermDecision>(
    `SELECT m.id, m.pupil_id AS "pupilId", m.course_id AS "courseId", m.term_id AS "termId",
            m.value, m.proposal, m.mean, m.state, m.version
       FROM term_mark m JOIN course c ON c.id = m.course_id
       JOIN school_class k ON k.id = c.class_id
      WHERE m.pupil_id IN (:pupilIds) AND c.subject_id = :subjectId
        AND k.academic_year_id = :academicYearId
      ORDER BY m.id`,
    of,
    tx,
  );
}
