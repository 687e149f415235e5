import { isMostlyAbsent } from '../term-mark.ts';

/** Whether a pupil missed more than `percent` of a course, once `atLeast` lessons took place. */
export function missesTooMuch(
  facts: { lessons: number; missed: number },
  { percent, atLeast }: { percent: number; atLeast: number },
): boolean {
  return facts.lessons >= atLeast && isMostlyAbsent(facts, { absentPercent: percent });
}
