import { addDays } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db, Tx } from '../../open.ts';
import type { PlanLine } from '../../rules/plan-progress.ts';
import { linesWithin, type PlanStretch } from '../../rules/plan-term.ts';
import { readPlanLines } from '../course-plans.ts';
import { readLessonCounts } from '../lesson-counts.ts';
import type { Period } from './period.ts';

/** Hours and control works of a course in a period, plan against fact. */
export type CourseHours = {
  planned: number;
  given: number;
  behind: number;
  /** Why hours weren't given: corrections of the plan, lessons that were cancelled. */
  reasons: string[];
  controlPlanned: number;
  controlDone: number;
};

type Course = { courseId: number; grade: number; lessons: number };

/**
 * Plan against fact of courses of one year as far as the period has come, by course. Planned are the
 * plan's hours, without a plan the timetable's lessons; given are the lessons in the journal; done
 * are control works at which somebody got a mark. Nine queries.
 */
export async function readCourseHours(
  db: Db,
  { academicYearId, from, until }: Period,
  courses: readonly Course[],
  tx?: Tx,
): Promise<Map<number, CourseHours>> {
  const courseIds = courses.map(({ courseId }) => courseId);
  if (courseIds.length === 0) {
    return new Map();
  }
  const ofYear = courses.map((course) => ({ ...course, academicYearId }));
  const plans = groupBy(await readPlanLines(db, courseIds, tx), ({ courseId }) => courseId);
  const before = await readLessonCounts(db, ofYear, tx, from);
  const byEnd = await readLessonCounts(db, ofYear, tx, addDays(until, 1));
  const cancelled = groupBy(
    await readCancelled(db, { courseIds, from, until }, tx),
    ({ courseId }) => courseId,
  );
  const done = groupBy(
    await readControlWorks(db, { courseIds, from, until }, tx),
    ({ courseId }) => courseId,
  );
  return new Map(
    courses.map(({ courseId, lessons }) => {
      const counts = {
        before: before.get(courseId)?.held ?? 0,
        byEnd: byEnd.get(courseId)?.held ?? 0,
        all: byEnd.get(courseId)?.all ?? 0,
      };
      const own = (cancelled.get(courseId) ?? []).flatMap(({ reason }) => reason ?? []);
      const hours = hoursOf(plans.get(courseId) ?? [], { from, until, lessons: counts }, lessons);
      const reasons = [...new Set([...hours.reasons, ...own])];
      return [courseId, { ...hours, reasons, controlDone: done.get(courseId)?.[0]?.count ?? 0 }];
    }),
  );
}

function hoursOf(
  plan: readonly PlanLine[],
  stretch: PlanStretch,
  given: number,
): Omit<CourseHours, 'controlDone'> {
  const { before, byEnd } = stretch.lessons;
  const lines = linesWithin(plan, stretch);
  const planned =
    plan.length === 0 ? byEnd - before : lines.reduce((sum, { hours }) => sum + hours, 0);
  return {
    planned,
    given,
    behind: Math.max(0, planned - given),
    reasons: lines.flatMap(({ correctionReason }) => correctionReason ?? []),
    controlPlanned: lines
      .filter(({ correction }) => correction !== 'cut')
      .reduce((sum, { controlWorks }) => sum + controlWorks, 0),
  };
}

type Span = { courseIds: readonly number[]; from: string; until: string };

function readCancelled(
  db: Db,
  of: Span,
  tx?: Tx,
): Promise<{ courseId: number; reason: string | null }[]> {
  return db.select(
    `SELECT course_id AS "courseId", reason FROM timetable_change
      WHERE course_id IN (:courseIds) AND kind = 'cancelled' AND date BETWEEN :from AND :until
      ORDER BY date, number`,
    of,
    tx,
  );
}

function readControlWorks(
  db: Db,
  of: Span,
  tx?: Tx,
): Promise<{ courseId: number; count: number }[]> {
  return db.select(
    `SELECT l.course_id AS "courseId", CAST(COUNT(DISTINCT l.id) AS INTEGER) AS count
       FROM lesson l JOIN mark m ON m.lesson_id = l.id AND m.state = 'active' AND m.kind = 'test'
      WHERE l.course_id IN (:courseIds) AND l.date BETWEEN :from AND :until
      GROUP BY l.course_id`,
    of,
    tx,
  );
}
