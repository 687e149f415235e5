/** A pupil's marks and lessons in a course by now; `attended` are those they were at. */
export type MarkCount = { marks: number; attended: number };

/**
 * How many pupils have fewer marks than the minimum, once `percent` of the term's lessons are over.
 * Nobody is to have more marks than lessons they were at.
 */
export function shortAtMidTerm(
  pupils: readonly MarkCount[],
  {
    held,
    all,
    percent,
    minimum,
  }: {
    held: number;
    all: number;
    percent: number;
    minimum: number;
  },
): number {
  if (all === 0 || held * 100 < all * percent) {
    return 0;
  }
  return pupils.filter(({ marks, attended }) => attended > 0 && marks < Math.min(minimum, attended))
    .length;
}
