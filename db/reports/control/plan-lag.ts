import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import { hoursBehind } from '../../rules/control/plan-behind.ts';
import { readPlanLines } from '../course-plans.ts';
import { readLessonCounts } from '../lesson-counts.ts';

/** Hours of the plan that are owed by now, by course. Four queries for courses of one year. */
export async function readPlanLag(
  db: Db,
  courses: readonly { courseId: number; academicYearId: number; grade: number }[],
  today: string,
): Promise<Map<number, number>> {
  if (courses.length === 0) {
    return new Map();
  }
  const ids = courses.map(({ courseId }) => courseId);
  const plans = groupBy(await readPlanLines(db, ids), ({ courseId }) => courseId);
  const planned = courses.filter(({ courseId }) => plans.has(courseId));
  const counts = await readLessonCounts(db, planned);
  return new Map(
    planned.map(({ courseId }) => {
      const lessons = counts.get(courseId) ?? { held: 0, all: 0 };
      return [courseId, hoursBehind(plans.get(courseId) ?? [], { today, lessons })];
    }),
  );
}
