import { DateTime } from 'luxon';

// Every write and most reads ask for the day: making a formatter anew costs as much as a query.
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The school's day ('YYYY-MM-DD') on which an instant falls in its time zone. */
export function dayOf(instant: Date, timezone: string): string {
  let format = dayFormats.get(timezone);
  if (!format) {
    // Sweden writes its dates as ISO 8601 does.
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: timezone });
    dayFormats.set(timezone, format);
  }
  return format.format(instant);
}

/** The school's clock time ('HH:MM') of an instant. */
export function timeOf(instant: Date, timezone: string): string {
  return DateTime.fromJSDate(instant, { zone: timezone }).toFormat('HH:mm');
}

/** The instant at which a school day's clock shows `time` ('HH:MM'). */
export function instantOf(day: string, time: string, timezone: string): Date {
  return DateTime.fromISO(`${day}T${time}`, { zone: timezone }).toJSDate();
}

/** `day` moved by whole days; negative goes back. */
export function addDays(day: string, days: number): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Day of the week, 1 is Monday. */
export function weekdayOf(day: string): number {
  return DateTime.fromISO(day, { zone: 'utc' }).weekday;
}

/** The Monday of the week a day belongs to. */
export function mondayOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day));
}

/** Whole days from one school day to another. */
export function daysBetween(from: string, to: string): number {
  const zone = 'utc';
  return DateTime.fromISO(to, { zone }).diff(DateTime.fromISO(from, { zone }), 'days').days;
}
