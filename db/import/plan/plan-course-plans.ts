import { groupBy } from '../../group-by.ts';
import type { ImportProblem } from '../problem.ts';
import type { ReadSchool, ReadSheet } from '../read/read-school.ts';
import { courseTitle } from './busy.ts';
import { courseKey, createDraft, type Draft, openDesk } from './draft.ts';
import { fieldsOf, type Item, isChanged } from './item.ts';
import { planPlans } from './plans.ts';
import type { School } from './stored-school.ts';

/** What a workbook makes of the plan of one course. */
export type CoursePlanChange = {
  courseId: number;
  course: string;
  lines: number;
  hours: number;
  controlWorks: number;
  added: number;
  changed: number;
  left: number;
  removed: number;
};

/**
 * Decides in memory what a workbook's sheet of plans makes of the plans of these courses; a row of
 * another course is a problem. A line the workbook no longer names goes, unless a lesson has `kept`
 * it. The items of `school` hold the decisions, `problems` all that is wrong.
 */
export function planCoursePlans(of: {
  school: School;
  year: Item<'AcademicYear'>;
  today: string;
  plans: ReadSheet<'plans'>;
  problems: ImportProblem[];
  courseIds: ReadonlySet<number>;
  kept: ReadonlySet<number>;
}): CoursePlanChange[] {
  const { plans, courseIds, kept, ...rest } = of;
  const whole = createDraft({ ...rest, read: { plans } });
  const draft = createDraft({ ...rest, read: { plans: ownRows(whole, plans, courseIds) } });
  planPlans(draft);
  const named = new Set((draft.rows.get('plans') ?? []).map(([item]) => item as Item<'PlanItem'>));
  const byCourse = groupBy(of.school.PlanItem, (item) => fieldsOf(item).courseId);
  return [...new Set([...named].map((item) => fieldsOf(item).courseId))].map((course) => {
    const items = byCourse.get(course) ?? [];
    for (const item of items.filter((one) => !named.has(one) && !kept.has(one.id))) {
      item.after = null;
    }
    return changeOf(course, items);
  });
}

/** The sheet without the rows of courses that aren't one's own, each told of. */
function ownRows(
  draft: Draft,
  plans: NonNullable<ReadSchool['plans']>,
  courseIds: ReadonlySet<number>,
): ReadSheet<'plans'> {
  const desk = openDesk(draft, 'plans');
  const rows = plans.rows.filter(({ row, cells }) => {
    const course = draft.courses.get(courseKey(cells));
    if (!course || courseIds.has(course.id)) {
      return true;
    }
    desk.report(row, 'class', 'not-your-course', { course: courseTitle(course) });
    return false;
  });
  return { ...plans, rows };
}

function changeOf(course: Item<'Course'>, items: readonly Item<'PlanItem'>[]): CoursePlanChange {
  const stay = items.filter(({ after }) => after !== null);
  const added = stay.filter(({ before }) => before === null).length;
  const changed = stay.filter(isChanged).length;
  return {
    courseId: course.id,
    course: courseTitle(course),
    lines: stay.length,
    hours: stay.reduce((sum, item) => sum + fieldsOf(item).hours, 0),
    controlWorks: stay.reduce((sum, item) => sum + fieldsOf(item).controlWorks, 0),
    added,
    changed,
    left: stay.length - added - changed,
    removed: items.length - stay.length,
  };
}
