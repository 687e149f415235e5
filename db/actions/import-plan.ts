import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import { type CoursePlanChange, planCoursePlans } from '../import/plan/plan-course-plans.ts';
import { readPlansOf, readYears } from '../import/plan/stored-school.ts';
import { planYear } from '../import/plan/years.ts';
import type { ImportProblem } from '../import/problem.ts';
import type { ReadSheet } from '../import/read/read-school.ts';
import type { Tx } from '../open.ts';
import { readPlanLines } from '../reports/course-plans.ts';
import { can } from '../rules/access.ts';
import { isSkipped, mergedInto, type PlanLine } from '../rules/plan-progress.ts';
import type { By } from './by.ts';
import { writeItems } from './write-items.ts';

/** Either problems, and then nothing is written, or what was done by course. */
export type PlanImport = { changes: CoursePlanChange[]; problems: readonly ImportProblem[] };

/**
 * Loads plans that were read from a workbook: what differs is added, changed or removed, each line
 * with its audit row, all or nothing. A line that a lesson has taken stays, and so does what is merged
 * into it. For the courses' own teacher, and for the administrator; a row of another course is a
 * problem, whoever has none at all is refused. Problems of the reading are given back too. With `dryRun` everything is done but the write.
 */
export async function importPlan(
  tx: Tx,
  by: By,
  {
    plans,
    problems: found,
    dryRun,
  }: { plans: ReadSheet<'plans'> | null; problems: readonly ImportProblem[]; dryRun: boolean },
): Promise<PlanImport> {
  const problems = [...found];
  const years = plans ? await readYears(tx) : [];
  const year = plans ? planYear(years, {}, tx.today, problems) : null;
  if (!plans || !year) {
    return { changes: [], problems };
  }
  const courseIds = await ownCourses(tx, by, year.id);
  if (courseIds.length === 0) {
    throw new Refusal('not-allowed');
  }
  const school = await readPlansOf(tx, years, year.id, courseIds);
  const lines = await readPlanLines(tx.db, courseIds, tx);
  const changes = planCoursePlans({
    ...{ school, year, today: tx.today, plans, problems },
    courseIds: new Set(courseIds),
    kept: takenByLessons(lines),
  });
  if (problems.length === 0 && !dryRun) {
    await writeItems(tx, by, school);
  }
  return { changes, problems };
}

async function ownCourses(tx: Tx, { actor }: By, yearId: number): Promise<number[]> {
  const courses = await tx.db.select<{ id: number; classId: number; teacherId: number | null }>(
    `SELECT c.id, c.class_id AS "classId", c.teacher_id AS "teacherId"
       FROM course c JOIN school_class k ON k.id = c.class_id AND k.academic_year_id = :yearId`,
    { yearId },
    tx,
  );
  return courses.filter((course) => can(actor, 'plan.write', course)).map(({ id }) => id);
}

function takenByLessons(lines: readonly (PlanLine & { courseId: number })[]): Set<number> {
  const taken = [...groupBy(lines, ({ courseId }) => courseId).values()].flatMap((ofCourse) =>
    ofCourse
      .filter((line) => line.given > 0)
      .flatMap((line) => [line, ...(isSkipped(line) ? [] : mergedInto(ofCourse, line))]),
  );
  return new Set(taken.map(({ planItemId }) => planItemId));
}
