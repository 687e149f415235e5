/** What a course knows of a pupil in the running term, up to one of its lessons. */
export type PupilProgress = {
  pupilId: number;
  /** Marks of the term; work that is owed is none. */
  marks: number;
  /** Lessons the pupil was at since the last mark, or since the term began. */
  lessonsSince: number;
  /** Has a mark at this lesson already. */
  asked: boolean;
  /** Isn't at this lesson. */
  away: boolean;
};

export type ToAsk = { pupilId: number } & (
  | { reason: 'few-marks'; marks: number }
  | { reason: 'long-ago'; lessons: number }
);

const FEW_MARKS = 3;
const LONG_AGO = 5;
const NAMES = 5;

/**
 * Who hasn't been asked lately: fewer than 3 marks in the term or not asked for 5 lessons. Those who
 * aren't there are skipped. At most 5, the one with the fewest marks first.
 */
export function whomToAsk(pupils: readonly PupilProgress[]): ToAsk[] {
  return pupils
    .filter(({ asked, away }) => !asked && !away)
    .filter(({ marks, lessonsSince }) => marks < FEW_MARKS || lessonsSince >= LONG_AGO)
    .sort((left, right) => left.marks - right.marks || right.lessonsSince - left.lessonsSince)
    .slice(0, NAMES)
    .map(({ pupilId, marks, lessonsSince }) =>
      marks < FEW_MARKS
        ? { pupilId, reason: 'few-marks', marks }
        : { pupilId, reason: 'long-ago', lessons: lessonsSince },
    );
}
