/**
 * Whether so many working days after a day are over, so that what was due by the end of the last of
 * them is late. `workingDays` are a class's own, in order; before the year has as many, nothing is.
 */
export function isPast(
  date: string,
  { days, workingDays, today }: { days: number; workingDays: readonly string[]; today: string },
): boolean {
  if (days === 0) {
    return date < today;
  }
  const deadline = workingDays.filter((day) => day > date)[days - 1];
  return deadline !== undefined && deadline < today;
}
