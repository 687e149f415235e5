/** Whether a mark was changed more than `days` days after the edit window of its lesson was over. */
export function isChangedLate(
  { age }: { /** Days from the lesson to the change. */ age: number },
  { window, days }: { window: number; days: number },
): boolean {
  return age > window + days;
}
