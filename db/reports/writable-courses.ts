import { addDays } from '../days.ts';
import type { Db, Tx } from '../open.ts';

/** A course as a teacher names it. */
export type WritableCourse = {
  courseId: number;
  classId: number;
  academicYearId: number;
  grade: number;
  className: string;
  subject: string;
  shortName: string | null;
  groupName: string;
  /** False for a course that is only taken over for some lessons. */
  own: boolean;
};

// A lesson taken over can still be filled in by a message for this long.
const SUBSTITUTION_DAYS = 14;

/** Courses of open years a teacher may write in: own ones and those taken over lately. */
export async function readWritableCourses(
  db: Db,
  teacherId: number,
  tx?: Tx,
): Promise<WritableCourse[]> {
  const today = tx?.today ?? db.today();
  const rows = await db.select<
    Omit<WritableCourse, 'className' | 'own'> & { letter: string; teacherId: number | null }
  >(
    `SELECT c.id AS "courseId", c.class_id AS "classId", k.academic_year_id AS "academicYearId",
            k.grade, k.letter, s.name AS subject, s.short_name AS "shortName",
            c.group_name AS "groupName", c.teacher_id AS "teacherId"
       FROM course c
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE c.teacher_id = :teacherId
         OR c.id IN (SELECT course_id FROM substitution
                      WHERE teacher_id = :teacherId AND date BETWEEN :since AND :today)
      ORDER BY k.grade, k.letter, s.name, c.group_name`,
    { teacherId, today, since: addDays(today, -SUBSTITUTION_DAYS) },
    tx,
  );
  return rows.map(({ letter, teacherId: owner, ...course }) => ({
    ...course,
    className: `${course.grade}${letter}`,
    own: owner === teacherId,
  }));
}
