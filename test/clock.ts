import type { Clock } from '../db/open.ts';

/** A clock that starts where a test says, goes on by itself, and can be set. */
export type TestClock = Clock & {
  /** Moves time on by this much (or back, if negative). */
  advance: (by: { days?: number; hours?: number; minutes?: number; seconds?: number }) => void;
};

/** `start` is an ISO instant with its offset, as '2026-10-12T10:00+03:00' (a Monday). */
export function testClock(start = '2026-10-12T10:00+03:00'): TestClock {
  let shift = new Date(start).getTime() - performance.now();
  const clock = () => new Date(shift + performance.now());
  return Object.assign(clock, {
    advance: ({ days = 0, hours = 0, minutes = 0, seconds = 0 }) => {
      shift += (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
    },
  });
}
