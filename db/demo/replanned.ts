import { addDays } from '../days.ts';
import { BELLS } from './content/calendar.ts';
import { STAFF_PARTS, STAGE } from './content/cast.ts';
import type { DemoSchool, PlannedCourse } from './school.ts';

/** A lesson of the timetable by its place. */
export type LessonPlace = { course: PlannedCourse; date: string; number: number };

/** What goes otherwise than the timetable has it, with the visitor's teacher in the middle. */
export type Replanned = {
  /** The visitor's teacher takes a colleague's lesson. */
  substituted: LessonPlace;
  /** One of the visitor's lessons is not given, with the reason. */
  cancelled: LessonPlace & { reason: string };
  /** Another of them is given at the end of the same day. */
  moved: LessonPlace & { toNumber: number; reason: string };
};

const VISITOR = STAFF_PARTS.subjectTeacher;
const OTHERS: readonly string[] = Object.values(STAFF_PARTS);
// Holidays may begin tomorrow.
const DAYS_AHEAD = 35;
const REASONS = { cancelled: 'Олимпиада', moved: 'Медосмотр' } as const;

/**
 * Chooses a substitution and a cancelled and a moved lesson, today or as soon after as one fits:
 * nobody is in two places at once, and the stage's own lessons stay as they are.
 */
export function replanned({ calendar, courses }: DemoSchool): Replanned {
  const until = addDays(calendar.today, DAYS_AHEAD);
  const ahead = courses.flatMap((course) =>
    course.lessons
      .filter(({ date }) => date >= calendar.today && date <= until)
      .map(({ date, number }): LessonPlace => ({ course, date, number })),
  );
  const inTime = ahead.sort((left, right) =>
    left.date === right.date ? left.number - right.number : left.date.localeCompare(right.date),
  );
  const own = inTime.filter(({ course }) => course.teacherKey === VISITOR);
  const isFree = (date: string, number: number) =>
    !own.some((lesson) => lesson.date === date && lesson.number === number);
  const substituted = inTime.find(
    ({ course, date, number }) =>
      !OTHERS.includes(course.teacherKey) &&
      course.grade > 4 &&
      course.group === null &&
      course.class !== STAGE.class &&
      isFree(date, number),
  );
  const later = own.filter(
    ({ course, date }) => date > calendar.today && course.class !== STAGE.class,
  );
  const [cancelled] = later;
  const moved = later
    .slice(1)
    .map((lesson) => ({ ...lesson, toNumber: lastOf(inTime, lesson) + 1 }))
    .find(({ date, toNumber }) => toNumber <= BELLS.length && isFree(date, toNumber));
  if (!substituted || !cancelled || !moved) {
    throw new Error('the demo has no lesson to plan anew');
  }
  return {
    substituted,
    cancelled: { ...cancelled, reason: REASONS.cancelled },
    moved: { ...moved, reason: REASONS.moved },
  };
}

/** The number of the last lesson that a class has on the day of one of its lessons. */
function lastOf(lessons: readonly LessonPlace[], { course, date }: LessonPlace): number {
  return Math.max(
    ...lessons
      .filter((one) => one.course.class === course.class && one.date === date)
      .map(({ number }) => number),
  );
}
