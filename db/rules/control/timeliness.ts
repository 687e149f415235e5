/** When a lesson ended and when it was filled in (topic and attendance both), as milliseconds. */
export type Filling = { endedAt: number; filledAt: number | null; sameDay: boolean };

/** How soon lessons are filled in. */
export type Timeliness = {
  lessons: number;
  filled: number;
  /** Filled in on the lesson's own day. */
  sameDay: number;
  /** Hours from the end of a lesson to its filling, the middle one of those filled; null if none. */
  medianHours: number | null;
};

const HOUR = 3_600_000;

/** Lessons that are over; one filled in before its end has no delay. */
export function timelinessOf(fillings: readonly Filling[]): Timeliness {
  const delays = fillings.flatMap(({ endedAt, filledAt }) =>
    filledAt === null ? [] : [Math.max(0, filledAt - endedAt) / HOUR],
  );
  return {
    lessons: fillings.length,
    filled: delays.length,
    sameDay: fillings.filter(({ filledAt, sameDay }) => filledAt !== null && sameDay).length,
    medianHours: median(delays),
  };
}

/** The middle number, or the mean of the two in the middle; null of nothing. */
export function median(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((left, right) => left - right);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}
