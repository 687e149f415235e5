import type { Settings } from './settings.ts';
import type { TermValue } from './term-mark.ts';

/** How many pupils have which term mark; `missing` have none yet. Exempt ones are in no count. */
export type MarkCounts = {
  five: number;
  four: number;
  three: number;
  two: number;
  notAttested: number;
  missing: number;
};

/** What a mark is worth in the СОУ, in per cent. */
export type SouCoefficients = Omit<MarkCounts, 'missing'>;

/** The school's figures: per cents and the mean with two digits, null where there is nothing. */
export type Indicators = {
  /** N: everybody but the exempt. */
  pupils: number;
  /** Успеваемость, %. */
  success: number | null;
  /** Качество знаний, %. */
  quality: number | null;
  /** Средний балл, of those who have a mark. */
  mean: number | null;
  /** СОУ (Симонов), %. */
  sou: number | null;
};

export const NO_MARKS: MarkCounts = {
  five: 0,
  four: 0,
  three: 0,
  two: 0,
  notAttested: 0,
  missing: 0,
};

const FIELDS = { '5': 'five', '4': 'four', '3': 'three', '2': 'two', na: 'notAttested' } as const;

/** Counts term marks; зач, незач and осв are no marks, null is one that isn't there yet. */
export function countMarks(values: readonly (TermValue | null)[]): MarkCounts {
  const counts = { ...NO_MARKS };
  for (const value of values) {
    if (value === null) {
      counts.missing += 1;
    } else if (value !== 'exempt' && value !== 'pass' && value !== 'fail') {
      counts[FIELDS[value]] += 1;
    }
  }
  return counts;
}

export function sumCounts(all: readonly MarkCounts[]): MarkCounts {
  const sum = { ...NO_MARKS };
  for (const counts of all) {
    for (const field of Object.keys(sum) as (keyof MarkCounts)[]) {
      sum[field] += counts[field];
    }
  }
  return sum;
}

/**
 * Успеваемость (n5+n4+n3)/N, качество (n5+n4)/N, СОУ (Σ coefficient·n)/N, средний балл over those
 * with a mark. Who isn't attested or has no mark stays in N, so never counts as passing.
 */
export function indicatorsOf(counts: MarkCounts, coefficients: SouCoefficients): Indicators {
  const { five, four, three, two, notAttested, missing } = counts;
  const given = five + four + three + two;
  const pupils = given + notAttested + missing;
  const worth =
    five * coefficients.five +
    four * coefficients.four +
    three * coefficients.three +
    two * coefficients.two +
    notAttested * coefficients.notAttested;
  return {
    pupils,
    success: percentOf(five + four + three, pupils),
    quality: percentOf(five + four, pupils),
    mean: ratio(5 * five + 4 * four + 3 * three + 2 * two, given),
    sou: ratio(worth, pupils),
  };
}

export function souCoefficients(settings: Settings): SouCoefficients {
  return {
    five: settings['sou.5'],
    four: settings['sou.4'],
    three: settings['sou.3'],
    two: settings['sou.2'],
    notAttested: settings['sou.na'],
  };
}

/** A share in per cent with two digits; null of nothing. */
export function percentOf(part: number, whole: number): number | null {
  return ratio(part * 100, whole);
}

// Binary fractions lie a hair below what paper says.
function ratio(sum: number, by: number): number | null {
  return by === 0 ? null : Math.round((sum / by + 1e-9) * 100) / 100;
}
