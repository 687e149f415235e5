import { describe, expect, it } from 'vitest';
import { median, timelinessOf } from '../../../db/rules/control/timeliness.ts';

const HOUR = 3_600_000;
const filledAfter = (hours: number, sameDay = true) => ({
  ...{ endedAt: 100 * HOUR, filledAt: (100 + hours) * HOUR, sameDay },
});

describe('timeliness', () => {
  it('is the share of the same day and the middle delay of what is filled in', () => {
    const never = { endedAt: 100 * HOUR, filledAt: null, sameDay: false };
    expect(timelinessOf([filledAfter(1), filledAfter(3), filledAfter(26, false), never])).toEqual({
      ...{ lessons: 4, filled: 3, sameDay: 2, medianHours: 3 },
    });
  });

  it('has no delay before the end of a lesson', () => {
    expect(timelinessOf([filledAfter(-0.5)]).medianHours).toBe(0);
  });

  it('has no middle where nothing is filled in', () => {
    expect(timelinessOf([])).toEqual({ lessons: 0, filled: 0, sameDay: 0, medianHours: null });
  });
});

describe('the median', () => {
  it('is the middle one, or between the two in the middle', () => {
    expect(median([9, 1, 3])).toBe(3);
    expect(median([4, 1, 3, 9])).toBe(3.5);
    expect(median([])).toBeNull();
  });
});
