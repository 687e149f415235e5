/** Whole hours of the school's clock, the last one not included: 8 and 20 are 8:00 to 19:59. */
export type OfficeHours = { fromHour: number; toHour: number };

export const DEFAULT_HOURS: OfficeHours = { fromHour: 8, toHour: 20 };

/** Whether a clock time ('HH:MM') is within the hours. */
export function isWithin({ fromHour, toHour }: OfficeHours, time: string): boolean {
  const hour = Number(time.slice(0, 2));
  return fromHour <= hour && hour < toHour;
}

/** Hours that can be set: they begin before they end, within one day. */
export function areHours({ fromHour, toHour }: OfficeHours): boolean {
  return 0 <= fromHour && fromHour < toHour && toHour <= 24;
}
