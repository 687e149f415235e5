/** A pupil at a lesson of a course while on its list. */
export type PupilLesson = {
  /** The lesson's place among all of the term. */
  index: number;
  values: readonly number[];
  /** Missed it; being late is no miss. */
  away: boolean;
};

const FAILED = 2;

export function isFailed(value: number): boolean {
  return value <= FAILED;
}

/**
 * The lessons with a «2» that has stood for so many lessons the pupil was at without a better mark,
 * at that lesson or a later one; `lessons` are those that took place, in order of time.
 */
export function uncorrectedTwos<Lesson extends PupilLesson>(
  lessons: readonly Lesson[],
  within: number,
): Lesson[] {
  return lessons.filter(({ values }, place) => {
    const later = lessons.slice(place + 1);
    const better = [values, ...later.map((lesson) => lesson.values)]
      .flat()
      .some((value) => !isFailed(value));
    const chances = later.filter(({ away }) => !away).length;
    return values.some(isFailed) && !better && chances >= within;
  });
}
