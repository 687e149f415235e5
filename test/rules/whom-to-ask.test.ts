import { describe, expect, it } from 'vitest';
import { nextInRoll } from '../../db/rules/absence-code.ts';
import { markSupply, minimumMarks } from '../../db/rules/mark-supply.ts';
import { DEFAULT_SETTINGS } from '../../db/rules/settings.ts';
import { type PupilProgress, whomToAsk } from '../../db/rules/whom-to-ask.ts';

const pupil = (pupilId: number, about: Partial<PupilProgress>): PupilProgress => ({
  pupilId,
  marks: 4,
  lessonsSince: 0,
  asked: false,
  away: false,
  ...about,
});

describe('whom to ask', () => {
  it('those with fewer than 3 marks, then those not asked for 5 lessons', () => {
    const asked = whomToAsk([
      pupil(1, { marks: 3 }),
      pupil(2, { marks: 2 }),
      pupil(3, { marks: 4, lessonsSince: 5 }),
      pupil(4, { marks: 6, lessonsSince: 4 }),
      pupil(5, { marks: 0, lessonsSince: 9 }),
      pupil(6, { marks: 4, lessonsSince: 7 }),
    ]);
    expect(asked).toEqual([
      { pupilId: 5, reason: 'few-marks', marks: 0 },
      { pupilId: 2, reason: 'few-marks', marks: 2 },
      { pupilId: 6, reason: 'long-ago', lessons: 7 },
      { pupilId: 3, reason: 'long-ago', lessons: 5 },
    ]);
  });

  it('nobody who is away or was asked at this lesson, and five at most', () => {
    const few = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => pupil(id, { marks: 0 }));
    expect(whomToAsk(few).map(({ pupilId }) => pupilId)).toEqual([1, 2, 3, 4, 5]);
    const [first, second, ...rest] = few;
    const changed = [{ ...first, away: true }, { ...second, asked: true }, ...rest];
    expect(whomToAsk(changed as PupilProgress[]).map(({ pupilId }) => pupilId)).toEqual([
      3, 4, 5, 6, 7,
    ]);
  });
});

describe('the supply of marks', () => {
  it('needs 3 marks in a term of fewer than 15 lessons, else 5', () => {
    expect([14, 15].map((lessons) => minimumMarks(lessons, DEFAULT_SETTINGS))).toEqual([3, 5]);
  });

  it('is the mean and who has the minimum', () => {
    expect(markSupply([5, 4, 6, 0], 20, DEFAULT_SETTINGS)).toEqual({
      mean: 3.75,
      minimum: 5,
      enough: 2,
      pupils: 4,
    });
    expect(markSupply([], 20, DEFAULT_SETTINGS)).toBeNull();
  });
});

describe('a tap of the roll call', () => {
  it('goes н → б → у → о → nothing, and for a marked pupil to «о» alone', () => {
    const unmarked = [null, 'absent', 'ill', 'excused', 'late'] as const;
    expect(unmarked.map((code) => nextInRoll(code, false))).toEqual([
      'absent',
      'ill',
      'excused',
      'late',
      null,
    ]);
    expect(nextInRoll(null, true)).toBe('late');
    expect(nextInRoll('late', true)).toBeNull();
  });
});
