import { groupBy } from '../../group-by.ts';
import { courseTitle } from './busy.ts';
import { checkDays } from './dates.ts';
import { courseKey, type Draft, distinct, openDesk } from './draft.ts';
import { findCourse } from './find.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { add } from './stored-school.ts';

/** What the plan of a course comes to. */
export type PlanTotal = { course: string; lines: number; hours: number };

/** Lines of calendar-thematic plans, by course and number. Returns the totals of each course named. */
export function planPlans(draft: Draft): PlanTotal[] {
  const desk = openDesk(draft, 'plans');
  const byCourse = groupBy(draft.school.PlanItem, (item) => fieldsOf(item).courseId);
  const stored = new Map(
    [...byCourse].map(([course, items]) => [
      course,
      new Map(items.map((item) => [fieldsOf(item).number, item])),
    ]),
  );
  const named = new Set<Item<'Course'>>();
  for (const { row, cells } of distinct(desk, 'number', (c) => `${courseKey(c)}|${c.number}`)) {
    const course = findCourse(draft, { ...cells, group: cells.group }, (...what) =>
      desk.report(row, ...what),
    );
    if (!course) {
      continue;
    }
    named.add(course);
    const { number, topic, section, homework, plannedOn } = cells;
    const item =
      stored.get(course)?.get(number) ??
      add(draft.school, 'PlanItem', {
        courseId: course,
        number,
        section: section ?? null,
        topic,
        hours: 1,
        controlWorks: 0,
        practicalWorks: 0,
        homework: homework ?? null,
        plannedOn: plannedOn ?? null,
      });
    change(item, {
      section,
      topic,
      homework,
      plannedOn,
      hours: orDefault(cells.hours, 1),
      controlWorks: orDefault(cells.controlWorks, 0),
      practicalWorks: orDefault(cells.practicalWorks, 0),
    });
    const { hours, controlWorks, practicalWorks } = fieldsOf(item);
    const works = controlWorks + practicalWorks;
    if (works > hours) {
      desk.report(row, 'controlWorks', 'works-over-hours', { works, hours });
    }
    if (homework && fieldsOf(fieldsOf(course).classId).grade === 1) {
      desk.report(row, 'homework', 'grade-one-homework');
    }
    checkDays(draft, { startsOn: plannedOn }, (_, ...what) =>
      desk.report(row, 'plannedOn', ...what),
    );
    desk.count(item);
  }
  return totals(draft, named);
}

/** An empty cell means the default, a column that isn't there keeps what is stored. */
function orDefault(cell: number | null | undefined, byDefault: number): number | undefined {
  return cell === null ? byDefault : cell;
}

function totals(draft: Draft, named: ReadonlySet<Item<'Course'>>): PlanTotal[] {
  const byCourse = groupBy(draft.school.PlanItem, (item) => fieldsOf(item).courseId);
  return [...named].map((course) => {
    const lines = byCourse.get(course) ?? [];
    const hours = lines.reduce((sum, line) => sum + fieldsOf(line).hours, 0);
    return { course: courseTitle(course), lines: lines.length, hours };
  });
}
