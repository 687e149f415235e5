import { PREFERENCES, preferenceFrom } from './preferences.ts';

/** Hours of the school's clock in which nothing is to ring: from the evening to the morning. */
export type QuietHours = { from: number; to: number };

const [DEFAULT] = PREFERENCES['quiet.hours'];

/** A person's quiet hours as they are kept («21-7»), the default for none; null for none wanted. */
export function quietHours(stored: string | null): QuietHours | null {
  const chosen = preferenceFrom('quiet.hours', stored) ?? DEFAULT;
  const [from, to] = chosen.split('-').map(Number);
  return from === undefined || to === undefined ? null : { from, to };
}

/** Whether this time of the school's clock ('HH:MM') is quiet. */
export function isQuiet(hours: QuietHours | null, time: string): boolean {
  const hour = hourOf(time);
  return hours !== null && (hour >= hours.from || hour < hours.to);
}

// Until then a first lesson missed is an alarm, quiet hours or not.
const NOON = 12;

export function isMorning(time: string): boolean {
  return hourOf(time) < NOON;
}

function hourOf(time: string): number {
  return Number(time.slice(0, 2));
}
