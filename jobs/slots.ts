import { DateTime } from 'luxon';

/**
 * When a job is due, in the school's time: at an hour or at several, every day, or on one day of the
 * week alone (1 is Monday).
 */
export type DailyAt = ({ hour: number } | { hours: readonly number[] }) & { weekday?: number };

/** Once a month, on a day that every month has. */
export type MonthlyAt = { dayOfMonth: number; hour: number };

/** The key of a slot ('2026-10-12T19:00', school time) and its instant. */
export type Slot = { slot: string; at: Date };

/** The latest slot of each hour at which a job is due, the oldest first. */
export function latestSlots(due: DailyAt | MonthlyAt, now: Date, timezone: string): Slot[] {
  if ('dayOfMonth' in due) {
    return [latestOfMonth(due, now, timezone)];
  }
  const hours = 'hours' in due ? due.hours : [due.hour];
  return hours
    .map((hour) => latestSlot({ ...due, hour }, now, timezone))
    .sort((left, right) => left.at.getTime() - right.at.getTime());
}

/**
 * The latest moment at or before `now` at which a job was due. A wall-clock time that a change to
 * summer time skips is due at the first moment after it.
 */
export function latestSlot(
  { hour, weekday }: { hour: number; weekday?: number },
  now: Date,
  timezone: string,
): Slot {
  const local = DateTime.fromJSDate(now, { zone: timezone });
  const daysAgo = weekday === undefined ? 0 : (local.weekday - weekday + 7) % 7;
  const dueOn = (days: number) => local.minus({ days }).startOf('day').set({ hour });
  const latest = dueOn(daysAgo);
  const due = latest <= local ? latest : dueOn(daysAgo + (weekday === undefined ? 1 : 7));
  return slotOf(due, hour);
}

function latestOfMonth({ dayOfMonth, hour }: MonthlyAt, now: Date, timezone: string): Slot {
  const local = DateTime.fromJSDate(now, { zone: timezone });
  const dueIn = (month: DateTime) => month.set({ day: dayOfMonth }).startOf('day').set({ hour });
  const thisMonth = dueIn(local);
  return slotOf(thisMonth <= local ? thisMonth : dueIn(local.minus({ months: 1 })), hour);
}

function slotOf(due: DateTime, hour: number): Slot {
  return {
    slot: `${due.toFormat('yyyy-MM-dd')}T${String(hour).padStart(2, '0')}:00`,
    at: due.toJSDate(),
  };
}
