/**
 * A lesson that was filled in with fewer marks than `count`, or than there were pupils. One that was
 * left altogether is a gap of another kind and not told twice.
 */
export function hasFewMarks(
  lesson: {
    past: boolean;
    topicFilled: boolean;
    rollCalled: boolean;
    marks: number;
    /** Pupils who were there. */
    present: number;
  },
  count: number,
): boolean {
  const { past, topicFilled, rollCalled, marks, present } = lesson;
  const touched = topicFilled || rollCalled || marks > 0;
  return past && touched && marks < Math.min(count, present);
}
