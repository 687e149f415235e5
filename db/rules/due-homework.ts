/** A place of a lesson in time: its day, then its number within the day. */
export type LessonTime = { date: string; number: number };

export type GivenHomework = LessonTime & { homework: string | null };

/**
 * The homework due at a lesson: what was given at the lesson of the same course right before it. It
 * is due once: if another lesson of the course stands between, it was due there. `between` tells
 * whether one takes place strictly between two times.
 */
export function dueHomework(
  stored: readonly GivenHomework[],
  at: LessonTime,
  between: (after: LessonTime, before: LessonTime) => boolean,
): string | null {
  const earlier = stored.filter((lesson) => isBefore(lesson, at));
  const last = earlier.reduce<GivenHomework | null>(
    (latest, lesson) => (latest === null || isBefore(latest, lesson) ? lesson : latest),
    null,
  );
  return last?.homework && !between(last, at) ? last.homework : null;
}

export function isBefore(left: LessonTime, right: LessonTime): boolean {
  return left.date < right.date || (left.date === right.date && left.number < right.number);
}
