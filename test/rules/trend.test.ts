import { describe, expect, it } from 'vitest';
import { meanTrend } from '../../db/rules/trend.ts';

const mark = (date: string, value: number | null, weight = 1) => ({ date, value, weight });

describe('the trend of a mean', () => {
  it('compares all marks with those given by the end of a day', () => {
    const marks = [mark('2026-09-01', 3), mark('2026-09-10', 4), mark('2026-09-20', 5)];
    expect(meanTrend(marks, '2026-09-10')).toEqual({ was: 3.5, now: 4, direction: 'up' });
    expect(meanTrend(marks.toReversed(), '2026-09-01')).toMatchObject({ was: 3 });
    expect(meanTrend([...marks, mark('2026-09-21', 2, 2)], '2026-09-20')).toMatchObject({
      was: 4,
      now: 3.2,
      direction: 'down',
    });
  });

  it('is even where two digits are the same, work owed left out', () => {
    const marks = [mark('2026-09-01', 4), mark('2026-09-20', null), mark('2026-09-21', 4)];
    expect(meanTrend(marks, '2026-09-10')).toEqual({ was: 4, now: 4, direction: 'even' });
  });

  it('is none where there was nothing to compare with', () => {
    expect(meanTrend([mark('2026-09-20', 4)], '2026-09-10')).toBeNull();
    expect(meanTrend([mark('2026-09-01', null), mark('2026-09-20', 4)], '2026-09-10')).toBeNull();
    expect(meanTrend([], '2026-09-10')).toBeNull();
  });
});
