import { isFailed, type PupilLesson } from './uncorrected-twos.ts';

/**
 * The lessons with a «2» among the first or last `edge` lessons of a term. `all` is how many lessons
 * the whole term has, as the last of them may still be ahead.
 */
export function edgeTwos<Lesson extends PupilLesson>(
  lessons: readonly Lesson[],
  { all, edge }: { all: number; edge: number },
): Lesson[] {
  return lessons.filter(
    ({ index, values }) => values.some(isFailed) && (index < edge || index >= all - edge),
  );
}
