import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WeighedMark } from '../../db/rules/averages.ts';
import { fivesUntil } from '../../db/rules/until-next.ts';

const marks = (...values: (number | null)[]): WeighedMark[] =>
  values.map((value) => ({ value, weight: 1 }));
const test = (value: number): WeighedMark => ({ value, weight: 2 });

describe('how many fives a threshold needs', () => {
  it.each([
    // 4.5·3 − 12 = 1.5 → 1.5 / 0.5
    ['three fours', 4.5, marks(4, 4, 4), 1, 3],
    ['the same by tests', 4.5, marks(4, 4, 4), 2, 2],
    ['a two', 3.5, marks(2), 1, 1],
    ['a two and a three, up to five', 4.5, marks(2, 3), 1, 8],
    ['a test that failed', 4.5, [test(2), ...marks(5)], 1, 9],
    ['a stricter school', 4.65, marks(4, 5), 1, 1],
    ['weights with a fraction', 4.5, [{ value: 4, weight: 1.5 }], 1.5, 1],
    ['what is reached exactly', 4.5, marks(4, 5), 1, 0],
    ['what is passed', 3.5, marks(5, 5), 1, 0],
    ['work owed counts as nothing', 4.5, marks(4, null), 1, 1],
    // 3.5·1.1 − 2.2 is 1.6500000000000004, and one five of 1.1 is just enough
    ['a hair of binary fractions', 3.5, [{ value: 2, weight: 1.1 }], 1.1, 1],
  ])('%s', (_title, threshold, given, weight, fives) => {
    expect(fivesUntil(threshold, given, weight)).toBe(fives);
  });

  it('says nothing where there is no mean', () => {
    expect(fivesUntil(4.5, [], 1)).toBeNull();
    expect(fivesUntil(4.5, marks(null), 1)).toBeNull();
  });

  it('is enough, and one less is not', () => {
    // Whole hundredths, so that the check itself has no fractions to miss by.
    const weight = fc.constantFrom(50, 100, 150, 200, 300);
    const mark = fc.record({ value: fc.integer({ min: 1, max: 5 }), weight });
    const threshold = fc.constantFrom(250, 260, 350, 351, 360, 450, 451, 465);
    fc.assert(
      fc.property(
        fc.array(mark, { minLength: 1, maxLength: 40 }),
        threshold,
        weight,
        (...given) => {
          const [all, hundredths, added] = given;
          const weighed = all.map((one) => ({ ...one, weight: one.weight / 100 }));
          const fives = fivesUntil(hundredths / 100, weighed, added / 100) ?? -1;
          const sum = all.reduce((total, one) => total + one.value * one.weight, 0);
          const weights = all.reduce((total, one) => total + one.weight, 0);
          const reachedBy = (count: number) =>
            100 * (sum + 5 * count * added) >= hundredths * (weights + count * added);
          expect(reachedBy(fives)).toBe(true);
          if (fives > 0) {
            expect(reachedBy(fives - 1)).toBe(false);
          }
        },
      ),
    );
  });
});
