/** «21 знака», «500 знаков»: how many characters something may have, after «не больше». */
export function charactersAtMost(limit: number | string | undefined): string {
  return `${limit} ${plural(Number(limit), 'знака', 'знаков', 'знаков')}`;
}

/** Picks the Russian form for a count: `plural(5, 'оценка', 'оценки', 'оценок')`. */
export function plural(count: number, one: string, few: string, many: string): string {
  const lastTwo = Math.abs(count) % 100;
  const last = lastTwo % 10;
  if (lastTwo >= 11 && lastTwo <= 14) {
    return many;
  }
  if (last === 1) {
    return one;
  }
  return last >= 2 && last <= 4 ? few : many;
}
