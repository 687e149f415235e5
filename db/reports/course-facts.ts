import { Refusal } from '../errors.ts';
import type { Db } from '../open.ts';
import { type Actor, can } from '../rules/access.ts';
import type { SubjectThresholds } from '../rules/term-mark.ts';
import { type RawFlag, toFlag } from '../values.ts';

/** A subject taught to a class or a subgroup of it, and by whom. */
export type CourseFacts = {
  courseId: number;
  classId: number;
  academicYearId: number;
  grade: number;
  className: string;
  subject: string;
  groupName: string;
  teacherId: number | null;
  classTeacherId: number | null;
  teacher: { lastName: string; firstName: string; middleName: string | null } | null;
  /** Marks are given here: not in grade 1, not where the course is mark-free. */
  marked: boolean;
  thresholds: SubjectThresholds;
};

type Row = Omit<CourseFacts, 'className' | 'teacher' | 'marked' | 'thresholds'> & {
  three: number | null;
  four: number | null;
  five: number | null;
  letter: string;
  markFree: RawFlag;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

/** A course, for whoever may read its journal; refuses others, and one that isn't there. One query. */
export async function readCourseFacts(
  db: Db,
  actor: Actor,
  courseId: number,
): Promise<CourseFacts> {
  const [row] = await db.select<Row>(
    `SELECT c.id AS "courseId", c.class_id AS "classId", k.academic_year_id AS "academicYearId",
            k.grade, k.letter, s.name AS subject, c.group_name AS "groupName",
            c.teacher_id AS "teacherId", k.class_teacher_id AS "classTeacherId", c.mark_free AS "markFree",
            s.threshold_three AS three, s.threshold_four AS four, s.threshold_five AS five,
            p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName"
       FROM course c
       JOIN school_class k ON k.id = c.class_id
       JOIN subject s ON s.id = c.subject_id
       LEFT JOIN person p ON p.id = c.teacher_id
      WHERE c.id = :courseId`,
    { courseId },
  );
  if (!row) {
    throw new Refusal('not-found');
  }
  if (!can(actor, 'course.read', row)) {
    throw new Refusal('not-allowed');
  }
  const { letter, markFree, lastName, firstName, middleName, three, four, five, ...course } = row;
  return {
    ...course,
    className: `${row.grade}${letter}`,
    teacher: lastName === null ? null : { lastName, firstName: firstName ?? '', middleName },
    marked: row.grade > 1 && !toFlag(markFree),
    thresholds: { three, four, five },
  };
}
