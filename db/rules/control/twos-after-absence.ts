import { isFailed, type PupilLesson } from './uncorrected-twos.ts';

/** The lessons with a «2» right after so many lessons in a row that the pupil missed. */
export function twosAfterAbsence<Lesson extends PupilLesson>(
  lessons: readonly Lesson[],
  missed: number,
): Lesson[] {
  return lessons.filter(({ values }, place) => {
    const before = lessons.slice(Math.max(0, place - missed), place);
    return values.some(isFailed) && before.length === missed && before.every(({ away }) => away);
  });
}
