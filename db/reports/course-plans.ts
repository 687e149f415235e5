import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import { type Actor, can } from '../rules/access.ts';
import { type PlanLine, type PlanProgress, planProgress } from '../rules/plan-progress.ts';
import { readLessonCounts } from './lesson-counts.ts';

/** The plan of a course: its lines in order, and how far they were given. */
export type CoursePlan = {
  courseId: number;
  className: string;
  /** The subject's full name, as a workbook names it. */
  subject: string;
  shortName: string | null;
  groupName: string;
  lines: PlanLine[];
  progress: PlanProgress;
};

type Course = Omit<CoursePlan, 'className' | 'lines' | 'progress'> & {
  classId: number;
  teacherId: number | null;
  academicYearId: number;
  grade: number;
  letter: string;
};

/** The plans of a teacher's own courses of open years. Five queries for courses of one year. */
export async function readTaughtPlans(db: Db, teacherId: number): Promise<CoursePlan[]> {
  return plansOf(db, await readCourses(db, 'c.teacher_id = :teacherId', { teacherId }));
}

/**
 * The plan of one course, for whoever may write it; refuses others, and a course that isn't there or
 * is of a closed year. Five queries.
 */
export async function readCoursePlan(
  db: Db,
  actor: Actor,
  courseId: number,
  tx?: Tx,
): Promise<CoursePlan> {
  const courses = await readCourses(db, 'c.id = :courseId', { courseId }, tx);
  const [course] = courses;
  if (!course) {
    throw new Refusal('not-found');
  }
  if (!can(actor, 'plan.write', course)) {
    throw new Refusal('not-allowed');
  }
  const [plan] = await plansOf(db, courses, tx);
  if (!plan) {
    throw new Refusal('not-found');
  }
  return plan;
}

/** The plan a line belongs to, as `readCoursePlan` gives it; refuses a line that isn't there. */
export async function readPlanOfLine(
  db: Db,
  actor: Actor,
  planItemId: number,
): Promise<{ plan: CoursePlan; line: PlanLine }> {
  const [item] = await db.select<{ courseId: number }>(
    'SELECT course_id AS "courseId" FROM plan_item WHERE id = :planItemId',
    { planItemId },
  );
  if (!item) {
    throw new Refusal('not-found');
  }
  const plan = await readCoursePlan(db, actor, item.courseId);
  const line = plan.lines.find((one) => one.planItemId === planItemId);
  if (!line) {
    throw new Refusal('not-found');
  }
  return { plan, line };
}

/** The lines of plans in order, with the lessons that took them. One query. */
export function readPlanLines(
  db: Db,
  courseIds: readonly number[],
  tx?: Tx,
): Promise<(PlanLine & { courseId: number })[]> {
  return db.select(
    `SELECT p.course_id AS "courseId", p.id AS "planItemId", p.number, p.topic, p.hours,
            p.control_works AS "controlWorks", p.planned_on AS "plannedOn", p.correction,
            p.correction_reason AS "correctionReason",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM lesson l WHERE l.plan_item_id = p.id) AS given
       FROM plan_item p WHERE p.course_id IN (:courseIds)
      ORDER BY p.course_id, p.number`,
    { courseIds },
    tx,
  );
}

async function plansOf(db: Db, courses: readonly Course[], tx?: Tx): Promise<CoursePlan[]> {
  if (courses.length === 0) {
    return [];
  }
  const ids = courses.map(({ courseId }) => courseId);
  // One after the other: a transaction has one connection.
  const lines = groupBy(await readPlanLines(db, ids, tx), ({ courseId }) => courseId);
  const counts = await readLessonCounts(db, courses, tx);
  return courses.map(({ courseId, grade, letter, subject, shortName, groupName }) => {
    const own = lines.get(courseId) ?? [];
    const lessons = counts.get(courseId) ?? { held: 0, all: 0 };
    return {
      ...{ courseId, className: `${grade}${letter}`, subject, shortName, groupName, lines: own },
      progress: planProgress(own, { today: db.today(), lessons }),
    };
  });
}

function readCourses(
  db: Db,
  which: string,
  of: Record<string, number>,
  tx?: Tx,
): Promise<Course[]> {
  return db.select<Course>(
    `SELECT c.id AS "courseId", c.class_id AS "classId", c.teacher_id AS "teacherId",
            k.academic_year_id AS "academicYearId", k.grade, k.letter, s.name AS subject,
            s.short_name AS "shortName", c.group_name AS "groupName"
       FROM course c
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE ${which}
      ORDER BY k.grade, k.letter, s.name, c.group_name`,
    of,
    tx,
  );
}
