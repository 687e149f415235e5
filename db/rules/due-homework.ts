/** A place of a lesson in time: its day, then its number within the day. */
export type LessonTime = { date: string; number: number };

/** What a lesson gave; `homeworkDue` is the day it is for, null for the next lesson. */
export type GivenHomework = LessonTime & { homework: string | null; homeworkDue: string | null };

/** Whether a lesson of the course takes place strictly between two times. */
export type Between = (after: LessonTime, before: LessonTime) => boolean;

/**
 * The lessons whose homework is due at a lesson of the same course: the one right before it, and
 * those that named a day of which this is the first lesson since. Each is due once: if another lesson
 * of the course stands between, it was due there.
 */
export function dueHomework<Given extends GivenHomework>(
  stored: readonly Given[],
  at: LessonTime,
  between: Between,
): Given[] {
  const earlier = stored.filter((lesson) => isBefore(lesson, at));
  const last = earlier.reduce<Given | null>(
    (latest, lesson) => (latest === null || isBefore(latest, lesson) ? lesson : latest),
    null,
  );
  return earlier.filter((lesson) => {
    const { homework, homeworkDue } = lesson;
    if (!homework) {
      return false;
    }
    return homeworkDue === null
      ? lesson === last && !between(lesson, at)
      : homeworkDue <= at.date && !between(dawn(homeworkDue), at);
  });
}

export function isBefore(left: LessonTime, right: LessonTime): boolean {
  return left.date < right.date || (left.date === right.date && left.number < right.number);
}

/** Before every lesson of a day; some schools count from a lesson 0. */
function dawn(date: string): LessonTime {
  return { date, number: -1 };
}
