import { dayOf, timeOf } from '../days.ts';
import { type RawInstant, toInstant } from '../values.ts';

/** An instant as the school's wall shows it: 'YYYY-MM-DD' and 'HH:MM'. */
export type Moment = { date: string; time: string };

export function momentOf(raw: RawInstant, timezone: string): Moment {
  const instant = toInstant(raw);
  return { date: dayOf(instant, timezone), time: timeOf(instant, timezone) };
}
