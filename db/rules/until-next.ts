import type { WeighedMark } from './averages.ts';

// Sums of weights such as 1.1 miss by a hair; a five more than needed must not come of that.
const HAIR = 1e-9;

/**
 * How many more fives of one weight bring the weighted mean to a threshold below 5:
 * n = ceil((T·Σw − Σ(m·w)) / ((5 − T)·w)). 0 if it is reached; null where there is no mean yet.
 */
export function fivesUntil(
  threshold: number,
  marks: readonly WeighedMark[],
  weight: number,
): number | null {
  let sum = 0;
  let weights = 0;
  for (const mark of marks) {
    if (mark.value !== null) {
      sum += mark.value * mark.weight;
      weights += mark.weight;
    }
  }
  if (weights === 0) {
    return null;
  }
  const missing = threshold * weights - sum;
  return Math.max(0, Math.ceil(missing / ((5 - threshold) * weight) - HAIR));
}
