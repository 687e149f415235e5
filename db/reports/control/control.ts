import { dayOf, timeOf } from '../../days.ts';
import type { Db } from '../../open.ts';
import type { Finding } from '../../rules/control/finding.ts';
import { judgeCourse } from '../../rules/control/judge-course.ts';
import { readSettings } from '../settings.ts';
import { readControlCourses } from './control-courses.ts';
import { readControlScope } from './scope.ts';

/** The job whose runs the ledger keeps, those by hand among them. */
export const CONTROL_JOB = 'journal-control';

/** All that the control finds now, and the terms it has looked at. */
export type Control = { findings: Finding[]; termIds: number[] };

/**
 * Looks through the whole school's journal by the rules that are switched on. Fifteen queries for
 * one academic year; the terms' lessons and marks are held in memory. For the weekly job and for
 * deputy heads: the caller checks the right.
 */
export async function readControl(db: Db): Promise<Control> {
  const now = { day: dayOf(db.now(), db.timezone), time: timeOf(db.now(), db.timezone) };
  const scope = await readControlScope(db, now.day);
  if (!scope) {
    return { findings: [], termIds: [] };
  }
  const settings = await readSettings(db);
  const courses = await readControlCourses(db, scope, settings, now);
  return {
    findings: courses.flatMap((course) => judgeCourse(course, settings, now.day)),
    termIds: [...new Set(scope.classes.flatMap(({ terms }) => terms.map(({ id }) => id)))],
  };
}
