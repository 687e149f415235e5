import { DateTime } from 'luxon';

/** When a job is due, in the school's time: every day at an hour. */
export type DailyAt = { hour: number };

/**
 * The latest moment at or before `now` at which a daily job was due, as the key of its slot
 * ('2026-10-12T19:00', school time) and its instant. A wall-clock time that a change to summer time
 * skips is due at the first moment after it.
 */
export function latestSlot(
  { hour }: DailyAt,
  now: Date,
  timezone: string,
): { slot: string; at: Date } {
  const local = DateTime.fromJSDate(now, { zone: timezone });
  const today = local.startOf('day').set({ hour });
  const due = today <= local ? today : local.minus({ days: 1 }).startOf('day').set({ hour });
  return {
    slot: `${due.toFormat('yyyy-MM-dd')}T${String(hour).padStart(2, '0')}:00`,
    at: due.toJSDate(),
  };
}
