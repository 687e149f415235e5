/** How many pupils have nothing decided for a term, once it is its closing day or `days` later. */
export function missingTermMarks(
  pupils: readonly { decided: string | null }[],
  { daysAfterEnd, days }: { daysAfterEnd: number; days: number },
): number {
  return daysAfterEnd < days ? 0 : pupils.filter(({ decided }) => decided === null).length;
}
