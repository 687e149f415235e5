import { roundedMark, type TermValue, type Thresholds } from '../term-mark.ts';

/** Whether a term mark is so many points or more from the rounded mean; н/а and осв are no marks. */
export function differsFromMean(
  { decided, mean }: { decided: TermValue | null; mean: number | null },
  thresholds: Thresholds,
  points: number,
): boolean {
  if (mean === null || decided === null || !/^[2-5]$/.test(decided)) {
    return false;
  }
  return Math.abs(Number(decided) - Number(roundedMark(mean, thresholds))) >= points;
}
