import { weightedMean } from './averages.ts';
import { type Doubt, type Judgement, likeliest } from './term-judgement.ts';
import {
  nearMark,
  roundedMark,
  type TermRules,
  type TermValue,
  type Thresholds,
} from './term-mark.ts';

// A year is rounded as arithmetic does, whatever thresholds the school sets for terms.
const HALF_UP: Thresholds = { three: 2.5, four: 3.5, five: 4.5 };

/**
 * The mark proposed for a year: the rounded mean of the term marks («осв» are out of it), exempt
 * where every term was, зач and незач for a course without marks. `terms` are those the course was
 * taught in, null where nothing is decided. Doubtful are a mean of exactly a half, a term that is
 * missing, and any н/а or незач.
 */
export function judgeYear(
  terms: readonly (TermValue | null)[],
  { markFree }: { markFree: boolean },
  { margin }: Pick<TermRules, 'margin'>,
): Judgement & { mean: number | null } {
  if (terms.length > 0 && terms.every((value) => value === 'exempt')) {
    return { proposal: 'exempt', doubts: [], likely: ['exempt'], mean: null };
  }
  return markFree
    ? { ...judgePasses(terms), mean: null }
    : judgeGrades(
        terms.filter((value) => value !== 'exempt'),
        margin,
      );
}

function judgeGrades(
  terms: readonly (TermValue | null)[],
  margin: number,
): Judgement & { mean: number | null } {
  // A gap counts as 0 and words as no number: neither is a grade.
  const grades = terms.map(Number).filter((grade) => grade >= 2);
  const mean = weightedMean(grades.map((value) => ({ value, weight: 1 })));
  const notAttested = terms.includes('na');
  const near = mean === null ? null : nearMark(mean, HALF_UP, margin);
  const rounded = mean === null ? null : roundedMark(mean, HALF_UP);
  const proposal = rounded ?? (notAttested ? 'na' : null);
  const known = grades.length + terms.filter((value) => value === 'na').length;
  const missing = terms.length === 0 || known < terms.length;
  const doubts: Doubt[] = [
    ...(missing ? (['term-missing'] as const) : []),
    ...(notAttested ? (['term-not-attested'] as const) : []),
    ...(near === null ? [] : (['near'] as const)),
  ];
  const likely = likeliest([proposal, near, notAttested || mean === null ? 'na' : null]);
  return { proposal, doubts, likely, mean };
}

function judgePasses(terms: readonly (TermValue | null)[]): Judgement {
  const failed = terms.includes('fail');
  const known = terms.filter((value) => value === 'pass' || value === 'fail' || value === 'exempt');
  const missing = known.length === 0 || known.length < terms.length;
  const proposal = failed ? 'fail' : 'pass';
  return {
    proposal: known.length === 0 ? null : proposal,
    doubts: [
      ...(missing ? (['term-missing'] as const) : []),
      ...(failed ? (['term-failed'] as const) : []),
    ],
    likely: failed ? ['fail', 'pass'] : ['pass', 'fail'],
  };
}
