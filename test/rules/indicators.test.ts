import { describe, expect, it } from 'vitest';
import {
  CLASS_GROUPS,
  type ClassGroup,
  classGroupOf,
  classIndicators,
  countGroups,
  sumGroups,
} from '../../db/rules/class-groups.ts';
import {
  countMarks,
  indicatorsOf,
  NO_MARKS,
  souCoefficients,
  sumCounts,
} from '../../db/rules/indicators.ts';
import { settingsFrom } from '../../db/rules/settings.ts';
import { TERM_VALUES, type TermValue } from '../../db/rules/term-mark.ts';

const usual = souCoefficients(settingsFrom([]));
const counts = { ...NO_MARKS, five: 5, four: 10, three: 8, two: 2 };

describe('the indicators', () => {
  it('of 5 fives, 10 fours, 8 threes and 2 twos are those of the paper', () => {
    expect(indicatorsOf(counts, usual)).toEqual({
      pupils: 25,
      success: 92,
      quality: 60,
      mean: 3.72,
      sou: 58.4,
    });
  });

  it('keep who is not attested in N', () => {
    expect(indicatorsOf({ ...counts, two: 1, notAttested: 1 }, usual)).toMatchObject({
      pupils: 25,
      success: 92,
      sou: 58.04,
    });
  });

  it('leave the exempt out, and count who has no mark as not passing', () => {
    const counted = countMarks(['5', 'exempt', '3', null, 'pass', 'fail']);
    expect(counted).toEqual({ ...NO_MARKS, five: 1, three: 1, missing: 1 });
    expect(indicatorsOf(counted, usual)).toMatchObject({
      pupils: 3,
      success: 66.67,
      quality: 33.33,
      mean: 4,
    });
  });

  it('of nothing are nothing, not zero', () => {
    const nothing = { success: null, quality: null, mean: null, sou: null };
    expect(indicatorsOf(countMarks(['exempt']), usual)).toEqual({ pupils: 0, ...nothing });
    expect(indicatorsOf(countMarks([null]), usual).mean).toBeNull();
  });

  it('take the school’s own coefficients', () => {
    const own = souCoefficients(settingsFrom([{ key: 'sou.4', value: '70' }]));
    expect(indicatorsOf(counts, own).sou).toBe(60.8);
  });

  it('add up', () => {
    expect(sumCounts([counts, counts, { ...NO_MARKS, missing: 1 }])).toMatchObject({
      five: 10,
      two: 4,
      missing: 1,
    });
  });
});

/** Each group as its definition reads, independent of the order they are asked in. */
const MEANING: Record<ClassGroup, (said: readonly (TermValue | null)[]) => boolean> = {
  failing: (said) => said.some((value) => value === '2' || value === 'fail'),
  excellent: (said) => said.length > 0 && said.every((value) => value === '5'),
  oneFour: (said) => only(said, ['5', '4']) && times(said, '4') === 1,
  good: (said) => only(said, ['5', '4']) && times(said, '4') > 1,
  oneThree: (said) => only(said, ['5', '4', '3']) && times(said, '3') === 1,
  threes: (said) => only(said, ['5', '4', '3']) && times(said, '3') > 1,
  noData: (said) =>
    !said.some((value) => value === '2' || value === 'fail') &&
    (said.length === 0 || said.some((value) => value === null || value === 'na')),
};
const times = (said: readonly (TermValue | null)[], wanted: TermValue) =>
  said.filter((value) => value === wanted).length;
const only = (said: readonly (TermValue | null)[], values: readonly (TermValue | null)[]) =>
  said.length > 0 && said.every((value) => values.includes(value));

describe('the groups of a class', () => {
  it.each<[ClassGroup, (TermValue | null)[]]>([
    ['failing', ['5', '5', '2']],
    ['failing', ['5', 'na', '2']],
    ['failing', ['5', 'fail']],
    ['excellent', ['5', '5', 'exempt', 'pass']],
    ['oneFour', ['5', '4', '5']],
    ['good', ['4', '4', '5']],
    ['good', ['4', '4']],
    ['oneThree', ['5', '3', '4']],
    ['threes', ['3', '3', '5']],
    ['noData', ['5', 'na']],
    ['noData', ['5', null]],
    ['noData', ['exempt']],
    ['noData', []],
  ])('%s: %j', (group, values) => {
    expect(classGroupOf(values)).toBe(group);
  });

  it('are disjoint, cover everybody, and mean what they say', () => {
    const values = [...TERM_VALUES, null];
    const all: (TermValue | null)[][] = [[]];
    for (const a of values) {
      all.push([a]);
      for (const b of values) {
        all.push([a, b]);
        all.push(...values.flatMap((c) => values.map((d) => [a, b, c, d])));
      }
    }
    for (const own of all) {
      const said = own.filter((value) => value !== 'exempt' && value !== 'pass');
      const fitting = CLASS_GROUPS.filter((group) => MEANING[group](said));
      expect(fitting, JSON.stringify(own)).toEqual([classGroupOf(own)]);
    }
    expect(all.length).toBeGreaterThan(6000);
  });

  it('make the class’s own indicators, over all its pupils', () => {
    const groups: ClassGroup[] = [
      ...['failing', 'excellent', 'oneFour', 'good', 'good'],
      ...['oneThree', 'threes', 'noData'],
    ] as ClassGroup[];
    const counted = countGroups(groups);
    expect(classIndicators(counted)).toEqual({ pupils: 8, success: 75, quality: 50 });
    expect(classIndicators(sumGroups([counted, counted]))).toEqual({
      pupils: 16,
      success: 75,
      quality: 50,
    });
    expect(classIndicators(countGroups([]))).toEqual({ pupils: 0, success: null, quality: null });
  });
});
