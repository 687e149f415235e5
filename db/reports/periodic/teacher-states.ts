import type { Db } from '../../open.ts';

/** A teacher with courses in a term, and how far their report of it is. */
export type TeacherState = {
  teacherId: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  state: 'draft' | 'approved' | null;
};

/** The teachers of a term's courses by name. One query. For who oversees the school. */
export function readTeacherStates(db: Db, termId: number): Promise<TeacherState[]> {
  return db.select<TeacherState>(
    `SELECT p.id AS "teacherId", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName",
            (SELECT MIN(r.state) FROM report r
              WHERE r.kind = 'teacher' AND r.teacher_id = p.id AND r.term_id = :termId) AS state
       FROM person p
      WHERE EXISTS (SELECT 1 FROM course c
              JOIN school_class k ON k.id = c.class_id
              JOIN term t ON t.id = :termId AND t.academic_year_id = k.academic_year_id
               AND t.min_grade <= k.grade AND k.grade <= t.max_grade
             WHERE c.teacher_id = p.id)
      ORDER BY p.last_name, p.first_name, p.id`,
    { termId },
  );
}
