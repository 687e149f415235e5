import type { SheetRow } from '../import/sheets.ts';
import type { Db } from '../open.ts';
import type { CoursePlan } from './course-plans.ts';

/**
 * The lines of a course's plan as rows of a workbook; a plan without lines is one row to begin with,
 * with an empty topic. One query.
 */
export async function readPlanRows(
  db: Db,
  { courseId, className, subject, groupName }: CoursePlan,
): Promise<SheetRow['plans'][]> {
  const course = { class: className, subject, group: groupName === '' ? null : groupName };
  const lines = await db.select<Omit<SheetRow['plans'], keyof typeof course>>(
    `SELECT number, section, topic, hours, control_works AS "controlWorks",
            practical_works AS "practicalWorks", homework, planned_on AS "plannedOn"
       FROM plan_item WHERE course_id = :courseId ORDER BY number`,
    { courseId },
  );
  const first = {
    ...{ number: 1, section: null, topic: '', hours: 1, controlWorks: null },
    ...{ practicalWorks: null, homework: null, plannedOn: null },
  };
  return (lines.length > 0 ? lines : [first]).map((line) => ({ ...course, ...line }));
}
