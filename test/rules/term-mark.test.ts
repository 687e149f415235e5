import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS, settingsFrom } from '../../db/rules/settings.ts';
import { isSure, judgeMarkFree, judgeTerm, type TermFacts } from '../../db/rules/term-judgement.ts';
import {
  isMostlyAbsent,
  minimumMarks,
  nearMark,
  roundedMark,
  type TermRules,
  type Thresholds,
  termRules,
  termValuesOf,
} from '../../db/rules/term-mark.ts';

const SCHOOLS = { three: null, four: null, five: null };
const RULES = termRules(DEFAULT_SETTINGS, SCHOOLS);
const { thresholds: DEFAULTS } = RULES;
const MIDDLE: Thresholds = { three: 2.6, four: 3.6, five: 4.65 };
const STRICT: Thresholds = { three: 2.7, four: 3.51, five: 4.51 };

const hundredths = fc.integer({ min: 200, max: 500 }).map((mean) => mean / 100);

describe('rounding to a term mark', () => {
  it.each([
    [5, DEFAULTS, '5'],
    [4.5, DEFAULTS, '5'],
    [4.49, DEFAULTS, '4'],
    [3.5, DEFAULTS, '4'],
    [3.49, DEFAULTS, '3'],
    [2.5, DEFAULTS, '3'],
    [2.49, DEFAULTS, '2'],
    [2, DEFAULTS, '2'],
    [4.65, MIDDLE, '5'],
    [4.64, MIDDLE, '4'],
    [3.6, MIDDLE, '4'],
    [3.59, MIDDLE, '3'],
    [2.6, MIDDLE, '3'],
    [2.59, MIDDLE, '2'],
    [4.51, STRICT, '5'],
    [4.5, STRICT, '4'],
    [3.51, STRICT, '4'],
    [3.5, STRICT, '3'],
    [2.7, STRICT, '3'],
    [2.69, STRICT, '2'],
  ])('%s by %o is %s', (mean, thresholds, mark) => {
    expect(roundedMark(mean, thresholds)).toBe(mark);
  });

  it('never falls as the mean grows, whatever the thresholds', () => {
    const anyThresholds = fc.record({ three: hundredths, four: hundredths, five: hundredths });
    fc.assert(
      fc.property(hundredths, hundredths, anyThresholds, (one, other, thresholds) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        expect(Number(roundedMark(high, thresholds))).toBeGreaterThanOrEqual(
          Number(roundedMark(low, thresholds)),
        );
      }),
    );
  });

  it('takes the school’s thresholds, and the subject’s own where it has one', () => {
    const settings = settingsFrom([{ key: 'term.threshold.5', value: '4.65' }]);
    expect(termRules(settings, SCHOOLS).thresholds).toEqual({ three: 2.5, four: 3.5, five: 4.65 });
    const own = { ...SCHOOLS, four: 3.6 };
    expect(termRules(settings, own).thresholds).toEqual({ three: 2.5, four: 3.6, five: 4.65 });
  });
});

describe('a mean near a threshold', () => {
  it.each([
    [4.5, '4'],
    [4.41, '5'],
    [4.4, null],
    [4.59, '4'],
    [4.6, null],
    [3.45, '4'],
    [3.55, '3'],
    [2.55, '2'],
    [2.45, '3'],
    [4, null],
  ])('%s may as well be %s', (mean, other) => {
    expect(nearMark(mean, DEFAULTS, 0.1)).toBe(other);
  });

  it('is none by a margin of nothing', () => {
    fc.assert(fc.property(hundredths, (mean) => nearMark(mean, DEFAULTS, 0) === null));
  });

  it('names the neighbour of the rounded mark', () => {
    fc.assert(
      fc.property(hundredths, (mean) => {
        const other = nearMark(mean, DEFAULTS, 0.1);
        const away =
          other === null ? 1 : Math.abs(Number(other) - Number(roundedMark(mean, DEFAULTS)));
        expect(away).toBe(1);
      }),
    );
  });
});

describe('how much a term mark needs', () => {
  it.each([
    [0, 3],
    [14, 3],
    [15, 5],
    [60, 5],
  ])('after %s lessons it needs %s marks', (lessons, marks) => {
    expect(minimumMarks(lessons, RULES)).toBe(marks);
  });

  it.each([
    [3, 2, false],
    [3, 3, true],
    [15, 10, false],
    [15, 11, true],
    [300, 200, false],
    [300, 201, true],
    [0, 0, false],
  ])('of %s lessons %s missed: н/а is to be thought of: %s', (lessons, missed, flagged) => {
    expect(isMostlyAbsent({ lessons, missed }, RULES)).toBe(flagged);
  });

  it('knows two thirds exactly for any number of lessons a year may have', () => {
    fc.assert(
      fc.property(fc.nat(900), fc.nat(900), (lessons, missed) => {
        fc.pre(missed <= lessons);
        expect(isMostlyAbsent({ lessons, missed }, RULES)).toBe(3 * missed > 2 * lessons);
      }),
    );
  });
});

const facts = (of: Partial<TermFacts>): TermFacts => ({
  mean: 4,
  marks: 6,
  owed: 0,
  lessons: 20,
  missed: 2,
  ...of,
});

describe('the judgement of a term', () => {
  it.each([
    ['a plain 4', {}, '4', [], ['4']],
    ['near the 5', { mean: 4.45 }, '4', ['near'], ['4', '5']],
    ['just a 5', { mean: 4.5 }, '5', ['near'], ['5', '4']],
    ['too few marks', { marks: 4 }, '4', ['few-marks'], ['4', 'na']],
    ['enough for few lessons', { marks: 3, lessons: 14 }, '4', [], ['4']],
    ['no marks', { mean: null, marks: 0 }, null, ['no-marks'], ['na', 'exempt']],
    ['work owed', { owed: 1 }, '4', ['owed'], ['4', '3']],
    ['a 2 with work owed', { mean: 2, owed: 2 }, '2', ['owed'], ['2']],
    ['mostly away, marks enough', { missed: 14 }, '4', ['absent'], ['4', 'na']],
    [
      'mostly away, few marks',
      { missed: 14, marks: 2 },
      'na',
      ['few-marks', 'absent'],
      ['na', '4'],
    ],
    [
      'mostly away, no marks',
      { missed: 20, marks: 0, mean: null },
      'na',
      ['no-marks', 'absent'],
      ['na', 'exempt'],
    ],
    [
      'everything at once',
      { mean: 3.52, marks: 2, owed: 1, missed: 14 },
      'na',
      ['few-marks', 'near', 'absent', 'owed'],
      ['na', '3', '4'],
    ],
  ] as const)('%s', (_name, of, proposal, doubts, likely) => {
    expect(judgeTerm(facts(of), RULES)).toEqual({ proposal, doubts, likely });
  });

  const anyFacts: fc.Arbitrary<TermFacts> = fc
    .record({
      mean: hundredths,
      marks: fc.nat(30),
      owed: fc.nat(3),
      lessons: fc.nat(40),
      missed: fc.nat(40),
    })
    .map(({ mean, marks, missed, lessons, owed }) => ({
      mean: marks === 0 ? null : mean,
      marks,
      owed,
      lessons,
      missed: Math.min(missed, lessons),
    }));
  const anyRules: fc.Arbitrary<TermRules> = fc.record({
    thresholds: fc.constantFrom(DEFAULTS, MIDDLE, STRICT),
    margin: fc.constantFrom(0, 0.05, 0.1),
    minMarks: fc.constantFrom(3, 5, 7),
    minMarksFew: fc.constantFrom(1, 3),
    fewLessons: fc.constantFrom(10, 15),
    absentPercent: fc.constantFrom(50, 66.67, 75),
  });

  it('is sure of nothing but a rounded mean on enough marks of a pupil who was there', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, (given, rules) => {
        const judgement = judgeTerm(given, rules);
        if (!isSure(judgement)) {
          return;
        }
        expect(judgement.proposal).toBe(roundedMark(given.mean ?? 0, rules.thresholds));
        expect(given.marks).toBeGreaterThanOrEqual(minimumMarks(given.lessons, rules));
        expect(given.owed).toBe(0);
        expect(isMostlyAbsent(given, rules)).toBe(false);
        expect(nearMark(given.mean ?? 0, rules.thresholds, rules.margin)).toBeNull();
      }),
    );
  });

  it('offers up to three values the course takes, the proposal first', () => {
    fc.assert(
      fc.property(anyFacts, anyRules, fc.boolean(), (given, rules, markFree) => {
        const { proposal, likely } = markFree
          ? judgeMarkFree(given, rules)
          : judgeTerm(given, rules);
        expect(likely.length).toBeGreaterThanOrEqual(1);
        expect(likely.length).toBeLessThanOrEqual(3);
        expect(new Set(likely).size).toBe(likely.length);
        expect(termValuesOf({ markFree })).toEqual(expect.arrayContaining([...likely]));
        if (proposal !== null) {
          expect(likely[0]).toBe(proposal);
        }
      }),
    );
  });
});

describe('a course without marks', () => {
  it.each([
    ['whoever was there', { lessons: 8, missed: 3 }, 'pass', []],
    ['whoever was mostly away', { lessons: 8, missed: 6 }, 'pass', ['absent']],
    ['before the first lesson', { lessons: 0, missed: 0 }, null, ['no-lessons']],
  ] as const)('%s', (_name, given, proposal, doubts) => {
    expect(judgeMarkFree(given, RULES)).toMatchObject({ proposal, doubts });
  });

  it('takes зач, незач and осв, and any other course all but these two', () => {
    expect(termValuesOf({ markFree: true })).toEqual(['pass', 'fail', 'exempt']);
    expect(termValuesOf({ markFree: false })).toEqual(['5', '4', '3', '2', 'na', 'exempt']);
  });
});
