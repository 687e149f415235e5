import { minimumMarks } from '../mark-supply.ts';
import type { Settings } from '../settings.ts';
import { isControlWorkUnmarked } from './control-work.ts';
import type { ControlCourse, ControlLesson } from './course-facts.ts';
import { hasFewMarks } from './few-marks.ts';
import { type Finding, findingOf } from './finding.ts';
import { isLeftUnfilled } from './left-unfilled.ts';
import { marklessRuns } from './markless-runs.ts';
import { shortAtMidTerm } from './mid-term.ts';
import { isPlanBehind } from './plan-behind.ts';
import type { ControlRule } from './rule-names.ts';
import { isPast } from './working-days.ts';

/** What the control finds in the lessons of a course: gaps, marks that are missing, the plan. */
export function judgeLessons(course: ControlCourse, settings: Settings, today: string): Finding[] {
  const { workingDays } = course;
  const held = course.lessons.filter((lesson) => lesson.held);
  const pastAfter = (days: number) => (lesson: ControlLesson) => ({
    ...lesson,
    past: isPast(lesson.date, { days, workingDays, today }),
  });
  // Marks are waited for as long as the topic: until then the teacher is still at it.
  const lessons = held.map(pastAfter(settings['control.unfilled.days']));
  const due = lessons.filter(({ past }) => past);
  const works = held.map(pastAfter(settings['control.control_work.days']));
  const at = (rule: ControlRule, lesson: ControlLesson, amount?: number) =>
    ofLesson(course, rule, lesson, amount);
  return [
    ...lessons.filter(isLeftUnfilled).map((lesson) => at('unfilled', lesson)),
    ...lessons
      .filter((lesson) => hasFewMarks(lesson, settings['control.few_marks.count']))
      .map((lesson) => at('few_marks', lesson, lesson.marks)),
    ...marklessRuns(due, settings['control.no_marks.lessons']).map(({ first, last, length }) => ({
      ...at('no_marks', last, length),
      // A run that grows is still the same finding.
      key: findingOf(course, 'no_marks', { lesson: first }).key,
    })),
    ...works.filter(isControlWorkUnmarked).map((lesson) => at('control_work', lesson)),
    ...midTerm(course, held.length, settings),
    ...planBehind(course, settings),
  ];
}

function midTerm(course: ControlCourse, held: number, settings: Settings): Finding[] {
  const { lessons, pupils } = course;
  const counts = pupils.map((pupil) => ({
    marks: pupil.marks,
    attended: pupil.lessons.filter(({ away }) => !away).length,
  }));
  const short = shortAtMidTerm(counts, {
    held,
    all: lessons.length,
    percent: settings['control.mid_term.percent'],
    minimum: minimumMarks(lessons.length, settings),
  });
  return short > 0 ? [findingOf(course, 'mid_term', { amount: short })] : [];
}

function planBehind(course: ControlCourse, settings: Settings): Finding[] {
  const behind = course.behind ?? 0;
  return isPlanBehind({ behind }, settings['control.plan_behind.lessons'])
    ? [findingOf(course, 'plan_behind', { amount: behind })]
    : [];
}

/** A lesson that a substitute took is the substitute's. */
function ofLesson(
  course: ControlCourse,
  rule: ControlRule,
  lesson: ControlLesson,
  amount?: number,
): Finding {
  const about = amount === undefined ? { lesson } : { lesson, amount };
  return { ...findingOf(course, rule, about), teacherId: lesson.teacherId };
}
