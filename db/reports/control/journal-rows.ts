import type { Db, Tx } from '../../open.ts';
import type { SubjectThresholds, TermValue } from '../../rules/term-mark.ts';
import { type RawFlag, type RawInstant, toFlag } from '../../values.ts';

/** What the control reads of the journal between two days: one query each, whatever the school's size. */
type Span = { from: string; to: string };
type AtLesson = { courseId: number; date: string; number: number; pupilId: number };

export type CourseRow = {
  courseId: number;
  classId: number;
  subjectId: number;
  teacherId: number | null;
  thresholds: SubjectThresholds;
};

/** The courses of open years that have marks. */
export async function readMarkedCourses(db: Db, tx?: Tx): Promise<CourseRow[]> {
  const rows = await db.select<
    Omit<CourseRow, 'thresholds'> & SubjectThresholds & { markFree: RawFlag }
  >(
    `SELECT c.id AS "courseId", c.class_id AS "classId", c.subject_id AS "subjectId",
            c.teacher_id AS "teacherId", c.mark_free AS "markFree", s.threshold_three AS three,
            s.threshold_four AS four, s.threshold_five AS five
       FROM course c JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'`,
    {},
    tx,
  );
  return rows
    .filter(({ markFree }) => !toFlag(markFree))
    .map(({ three, four, five, markFree: _, ...course }) => ({
      ...course,
      thresholds: { three, four, five },
    }));
}

export type MarkRow = AtLesson & {
  subjectId: number;
  value: number;
  weight: number;
  kind: string;
};

export function readMarkRows(db: Db, span: Span): Promise<MarkRow[]> {
  return db.select(
    `SELECT l.course_id AS "courseId", l.date, l.number, m.pupil_id AS "pupilId",
            c.subject_id AS "subjectId", m.value, m.weight, m.kind
       FROM lesson l JOIN course c ON c.id = l.course_id
       JOIN mark m ON m.lesson_id = l.id AND m.state = 'active' AND m.value IS NOT NULL
      WHERE l.date BETWEEN :from AND :to`,
    span,
  );
}

/** Who was away; being late is no absence. */
export function readAwayRows(db: Db, span: Span): Promise<AtLesson[]> {
  return db.select(
    `SELECT l.course_id AS "courseId", l.date, l.number, a.pupil_id AS "pupilId"
       FROM lesson l
       JOIN absence a ON a.lesson_id = l.id AND a.state = 'active' AND a.code <> 'late'
      WHERE l.date BETWEEN :from AND :to`,
    span,
  );
}

export type ListRow = {
  courseId: number;
  pupilId: number;
  startsOn: string;
  endsOn: string | null;
};

/** Who is or was on the list of a course, and when. */
export function readListRows(db: Db, { from, to }: Span): Promise<ListRow[]> {
  return db.select(
    `SELECT c.id AS "courseId", e.pupil_id AS "pupilId", e.starts_on AS "startsOn",
            e.ends_on AS "endsOn"
       FROM course c
       JOIN enrolment e ON e.class_id = c.class_id
      WHERE e.starts_on <= :to AND (e.ends_on IS NULL OR e.ends_on >= :from)
        AND (c.group_name = '' OR EXISTS (
          SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = e.pupil_id))`,
    { from, to },
  );
}

export type DecisionRow = { subjectId: number; pupilId: number; termId: number; value: TermValue };

/** What stands for these terms, by subject: a mark brought from another class counts. */
export function readDecisionRows(db: Db, termIds: readonly number[]): Promise<DecisionRow[]> {
  return db.select(
    `SELECT c.subject_id AS "subjectId", m.pupil_id AS "pupilId", m.term_id AS "termId", m.value
       FROM term_mark m JOIN course c ON c.id = m.course_id
      WHERE m.term_id IN (:termIds) AND m.state = 'active' ORDER BY m.id`,
    { termIds },
  );
}

/** The last change of each mark that stood; marking work that was owed is none. */
export function readChangeRows(
  db: Db,
  span: Span,
): Promise<(AtLesson & { markId: number; at: RawInstant })[]> {
  return db.select(
    `SELECT l.course_id AS "courseId", l.date, l.number, m.pupil_id AS "pupilId",
            m.id AS "markId", MAX(h.at) AS at
       FROM lesson l
       JOIN mark m ON m.lesson_id = l.id
       JOIN change h ON h.record = 'mark' AND h.record_id = m.id AND h.before IS NOT NULL
        AND h.before NOT LIKE '%"value":null%' AND h.before NOT LIKE '%"state":"cancelled"%'
      WHERE l.date BETWEEN :from AND :to
      GROUP BY l.course_id, l.date, l.number, m.pupil_id, m.id`,
    span,
  );
}

/** Lessons that took a control work's line of the plan. */
export function readControlWorkRows(
  db: Db,
  span: Span,
): Promise<{ courseId: number; date: string; number: number; controlWorks: number }[]> {
  return db.select(
    `SELECT l.course_id AS "courseId", l.date, l.number, p.control_works AS "controlWorks"
       FROM lesson l JOIN plan_item p ON p.id = l.plan_item_id AND p.control_works > 0
      WHERE l.date BETWEEN :from AND :to`,
    span,
  );
}
