/** A lesson whose line of the plan is a control work and that has no mark for one in time. */
export function isControlWorkUnmarked(lesson: {
  past: boolean;
  /** Control works of the plan's line that the lesson took. */
  controlWorks: number;
  /** Marks of the kind «контрольная». */
  testMarks: number;
  present: number;
}): boolean {
  const { past, controlWorks, testMarks, present } = lesson;
  return past && controlWorks > 0 && testMarks === 0 && present > 0;
}
