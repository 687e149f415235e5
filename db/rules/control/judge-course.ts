import type { Settings } from '../settings.ts';
import type { ControlCourse } from './course-facts.ts';
import type { Finding } from './finding.ts';
import { judgeLessons } from './judge-lessons.ts';
import { judgePupils } from './judge-pupils.ts';
import { judgeTermMarks } from './judge-term-marks.ts';
import { isOn } from './rule-names.ts';

/**
 * All that the control finds in a course, by the rules that are switched on. The caller leaves out
 * mark-free courses, grade 1 and days without school.
 */
export function judgeCourse(course: ControlCourse, settings: Settings, today: string): Finding[] {
  const found = [
    ...judgeLessons(course, settings, today),
    ...judgePupils(course, settings),
    ...judgeTermMarks(course, settings),
  ];
  return found.filter(({ rule }) => isOn(rule, settings));
}
