/** Lessons in a row without a mark, from the first to the last of them. */
export type MarklessRun<Lesson> = { first: Lesson; last: Lesson; length: number };

/** Runs of at least so many lessons without a mark; lessons in order of time, those that are past. */
export function marklessRuns<Lesson extends { marks: number; present: number }>(
  lessons: readonly Lesson[],
  atLeast: number,
): MarklessRun<Lesson>[] {
  const runs: MarklessRun<Lesson>[] = [];
  let run: MarklessRun<Lesson> | null = null;
  // Where nobody was there is nobody to be marked: such a lesson neither breaks a run nor adds to it.
  for (const lesson of lessons.filter(({ present }) => present > 0)) {
    if (lesson.marks > 0) {
      run = null;
    } else if (run) {
      run.last = lesson;
      run.length += 1;
    } else {
      run = { first: lesson, last: lesson, length: 1 };
      runs.push(run);
    }
  }
  return runs.filter(({ length }) => length >= atLeast);
}
