import { describe, expect, it } from 'vitest';
import { weightedMean } from '../../db/rules/averages.ts';

const times = (count: number, value: number, weight = 1) =>
  Array.from({ length: count }, () => ({ value, weight }));

describe('the weighted mean', () => {
  it('is Σ(mark·weight) / Σ(weight) with two digits', () => {
    const marks = [
      { value: 5, weight: 1 },
      { value: 4, weight: 1.5 },
      { value: 3, weight: 2 },
    ];
    expect(weightedMean(marks)).toBe(3.78);
  });

  it('agrees with the school’s own example of 25 marks', () => {
    const marks = [...times(5, 5), ...times(10, 4), ...times(8, 3), ...times(2, 2)];
    expect(weightedMean(marks)).toBe(3.72);
  });

  it('counts no work that is owed', () => {
    expect(weightedMean([{ value: null, weight: 2 }, ...times(2, 5)])).toBe(5);
  });

  it('is nothing, not zero, where there are no marks', () => {
    expect(weightedMean([])).toBeNull();
    expect(weightedMean([{ value: null, weight: 1 }])).toBeNull();
  });

  it.each([
    [[...times(7, 4), ...times(1, 5)], 4.13], // 4.125
    [[...times(1, 5, 1.1), ...times(1, 2, 1.1)], 3.5],
    [[...times(199, 5), ...times(1, 4)], 5], // 4.995
    [[...times(2, 2), ...times(1, 3)], 2.33],
  ])('rounds halves up, case %#', (marks, mean) => {
    expect(weightedMean(marks)).toBe(mean);
  });
});
