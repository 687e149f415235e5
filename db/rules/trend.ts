import { weightedMean } from './averages.ts';
import type { DatedMark } from './signals.ts';

/** How a mean has changed: what it was then and is now, both of two digits. */
export type Trend = { was: number; now: number; direction: 'up' | 'down' | 'even' };

/** How far back a mean is compared. */
export const TREND_DAYS = 14;

/**
 * The weighted mean of all marks beside that of those given by the end of a day; null where either
 * has none. Any difference of two digits counts: both are shown.
 */
export function meanTrend(marks: readonly DatedMark[], day: string): Trend | null {
  const was = weightedMean(marks.filter(({ date }) => date <= day));
  const now = weightedMean(marks);
  if (was === null || now === null) {
    return null;
  }
  if (now === was) {
    return { was, now, direction: 'even' };
  }
  return { was, now, direction: now > was ? 'up' : 'down' };
}
