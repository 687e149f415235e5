import type { MarkSupply } from '../../db/rules/mark-supply.ts';
import type { Texts } from '../texts/ru.ts';

const CELLS = 5;

/** «Отметок: 3,4 на ученика, минимум 3 есть у 20 из 25 ▓▓▓▓░»: full only when nobody is short. */
export function supplyLine(
  { mean, minimum, enough, pupils }: MarkSupply,
  { lesson, school }: Texts,
): string {
  const full = Math.floor((enough / pupils) * CELLS);
  const bar = '▓'.repeat(full) + '░'.repeat(CELLS - full);
  return lesson.supply({ mean: school.shortMean(mean), minimum, enough, pupils, bar });
}
