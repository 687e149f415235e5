/** A mark as a mean sees it; null is work that is owed and never counts. */
export type WeighedMark = { value: number | null; weight: number };

/**
 * Weighted mean Σ(mark·weight) / Σ(weight), rounded half up to two digits; null where there is
 * nothing to average, which is not the same as 0.
 */
export function weightedMean(marks: readonly WeighedMark[]): number | null {
  let sum = 0;
  let weights = 0;
  for (const { value, weight } of marks) {
    if (value !== null) {
      sum += value * weight;
      weights += weight;
    }
  }
  return meanOf(sum, weights);
}

/** The same from Σ(mark·weight) and Σ(weight) of the marks that count. */
export function meanOf(sum: number, weights: number): number | null {
  return weights === 0 ? null : roundToHundredths(sum / weights);
}

/** Binary fractions lie a hair below 4.125 and the like; the nudge keeps «half up» true to paper. */
function roundToHundredths(mean: number): number {
  return Math.round((mean + 1e-9) * 100) / 100;
}
