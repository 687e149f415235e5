import type { Db, Tx } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import type { SubjectThresholds } from '../rules/term-mark.ts';
import { type RawFlag, toFlag } from '../values.ts';

/** A course as term marks need it. */
export type TermCourse = {
  courseId: number;
  classId: number;
  teacherId: number | null;
  academicYearId: number;
  subjectId: number;
  grade: number;
  className: string;
  subject: string;
  groupName: string;
  markFree: boolean;
  thresholds: SubjectThresholds;
  /** The academic year is closed, and all its marks with it. */
  yearClosed: boolean;
  /** The terms of its grade, in order of time. */
  terms: CourseTerm[];
};

/** `lessons` are those of this course in the journal. */
export type CourseTerm = TermSpan & { lessons: number };

type Row = Omit<TermCourse, 'className' | 'markFree' | 'thresholds' | 'yearClosed' | 'terms'> & {
  letter: string;
  markFree: RawFlag;
  three: number | null;
  four: number | null;
  five: number | null;
  yearState: string;
  termId: number | null;
} & Omit<CourseTerm, 'id'>;

/** A course with the terms of its grade, or null if there is no such course. One query. */
export async function readTermCourse(
  db: Db,
  courseId: number,
  tx?: Tx,
): Promise<TermCourse | null> {
  const rows = await db.select<Row>(
    `SELECT c.id AS "courseId", c.class_id AS "classId", c.teacher_id AS "teacherId",
            c.subject_id AS "subjectId", c.group_name AS "groupName", c.mark_free AS "markFree",
            k.academic_year_id AS "academicYearId", k.grade, k.letter, y.state AS "yearState",
            s.name AS subject, s.threshold_three AS three, s.threshold_four AS four,
            s.threshold_five AS five, t.id AS "termId", t.kind, t.number,
            t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.min_grade AS "minGrade",
            t.max_grade AS "maxGrade", t.state,
            (SELECT CAST(COUNT(*) AS INTEGER) FROM lesson l
              WHERE l.course_id = c.id AND l.date BETWEEN t.starts_on AND t.ends_on) AS lessons
       FROM course c
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id
       LEFT JOIN term t ON t.academic_year_id = y.id
         AND t.min_grade <= k.grade AND k.grade <= t.max_grade
      WHERE c.id = :courseId
      ORDER BY t.starts_on`,
    { courseId },
    tx,
  );
  const [first] = rows;
  if (!first) {
    return null;
  }
  const { classId, teacherId, academicYearId, subjectId, grade, subject, groupName } = first;
  return {
    courseId,
    classId,
    teacherId,
    academicYearId,
    subjectId,
    grade,
    className: `${grade}${first.letter}`,
    subject,
    groupName,
    markFree: toFlag(first.markFree),
    thresholds: { three: first.three, four: first.four, five: first.five },
    yearClosed: first.yearState === 'closed',
    terms: rows.flatMap(({ termId, ...row }) => (termId === null ? [] : [termOf(termId, row)])),
  };
}

function termOf(id: number, row: Omit<CourseTerm, 'id'>): CourseTerm {
  const { kind, number, startsOn, endsOn, minGrade, maxGrade, state, lessons } = row;
  return { id, kind, number, startsOn, endsOn, minGrade, maxGrade, state, lessons };
}
