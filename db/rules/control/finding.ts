import type { ControlCourse } from './course-facts.ts';
import type { ControlRule } from './rule-names.ts';

/** What the control finds in the journal: a lesson, a pupil in it, or a course in a term. */
export type Finding = {
  /** The same gap found again has the same key. */
  key: string;
  rule: ControlRule;
  courseId: number;
  termId: number;
  /** Whose it is: of a lesson whoever took it, else the course's own teacher. */
  teacherId: number | null;
  /** The lesson to open; null where it is about the whole term. */
  lesson: { date: string; number: number } | null;
  pupilId: number | null;
  /** How many: marks, lessons, pupils or hours, as the rule counts. */
  amount: number | null;
};

type About = { lesson?: { date: string; number: number }; pupilId?: number; amount?: number };

/** A finding about a lesson, a pupil, both, or the course in its term. */
export function findingOf(
  { courseId, teacherId, termId }: ControlCourse,
  rule: ControlRule,
  { lesson, pupilId, amount }: About,
): Finding {
  return {
    key: [
      ...[rule, courseId, termId],
      ...(lesson ? [`${lesson.date}.${lesson.number}`] : []),
      ...(pupilId === undefined ? [] : [pupilId]),
    ].join(':'),
    rule,
    courseId,
    termId,
    teacherId,
    lesson: lesson ? { date: lesson.date, number: lesson.number } : null,
    pupilId: pupilId ?? null,
    amount: amount ?? null,
  };
}
