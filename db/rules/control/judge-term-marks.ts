import type { Settings } from '../settings.ts';
import type { ControlCourse } from './course-facts.ts';
import { differsFromMean } from './differing-term-mark.ts';
import { type Finding, findingOf } from './finding.ts';
import { missingTermMarks } from './missing-term-marks.ts';
import { restsOnFewMarks } from './thin-term-mark.ts';

/** What the control finds in the term marks of a course. */
export function judgeTermMarks(course: ControlCourse, settings: Settings): Finding[] {
  const { pupils, thresholds, daysAfterEnd, lessons } = course;
  const few = lessons.length < settings['term.few_lessons'];
  const minimum = few ? settings['term.min_marks_few'] : settings['term.min_marks'];
  const missing = settings['control.term_few_marks.missing'];
  const points = settings['control.term_differs.points'];
  const undecided = missingTermMarks(pupils, {
    daysAfterEnd,
    days: settings['control.term_missing.days'],
  });
  const differing = pupils.filter((pupil) => differsFromMean(pupil, thresholds, points));
  const thin = pupils.filter((pupil) => restsOnFewMarks(pupil, { minimum, missing }));
  return [
    ...(undecided > 0 ? [findingOf(course, 'term_missing', { amount: undecided })] : []),
    ...differing.map(({ pupilId }) => findingOf(course, 'term_differs', { pupilId })),
    ...thin.map(({ pupilId, marks }) =>
      findingOf(course, 'term_few_marks', { pupilId, amount: marks }),
    ),
  ];
}
