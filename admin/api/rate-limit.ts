import type { Clock } from '../../db/open.ts';

const MINUTE_MS = 60_000;

/**
 * Counts requests of each name in the running minute: gives 0, or after `most` of them the seconds
 * until the next minute. Kept in memory: every process counts its own.
 */
export function createRateLimit(clock: Clock, most: number): (name: string) => number {
  let minute = 0;
  const counts = new Map<string, number>();
  return (name) => {
    const now = clock().getTime();
    if (Math.floor(now / MINUTE_MS) !== minute) {
      minute = Math.floor(now / MINUTE_MS);
      counts.clear();
    }
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count > most ? Math.ceil(((minute + 1) * MINUTE_MS - now) / 1000) : 0;
  };
}
