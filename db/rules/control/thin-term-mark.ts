import type { TermValue } from '../term-mark.ts';

/** Whether a term mark rests on `missing` marks fewer than the minimum, or on still fewer. */
export function restsOnFewMarks(
  { decided, marks }: { decided: TermValue | null; marks: number },
  { minimum, missing }: { minimum: number; missing: number },
): boolean {
  return decided !== null && /^[2-5]$/.test(decided) && minimum - marks >= missing;
}
