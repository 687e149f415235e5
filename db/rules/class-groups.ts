import { type Indicators, percentOf } from './indicators.ts';
import type { TermValue } from './term-mark.ts';

/** The groups of a class teacher's report: each pupil is in the first that fits. */
export const CLASS_GROUPS = [
  'failing',
  'excellent',
  'oneFour',
  'good',
  'oneThree',
  'threes',
  'noData',
] as const;
export type ClassGroup = (typeof CLASS_GROUPS)[number];

export type GroupCounts = Record<ClassGroup, number>;

/**
 * The group of a pupil by the term marks of all own courses, null for one that isn't there yet: any
 * «2» (or незач, a debt by law too) fails; then all fives, a single four, fours and fives, a single
 * three, more of them. Who has н/а, a mark missing or nothing at all is in the last: a pupil without
 * data never counts as passing. Осв and зач say nothing.
 */
export function classGroupOf(values: readonly (TermValue | null)[]): ClassGroup {
  const said = values.filter((value) => value !== 'exempt' && value !== 'pass');
  if (said.includes('2') || said.includes('fail')) {
    return 'failing';
  }
  if (said.length === 0 || said.includes(null) || said.includes('na')) {
    return 'noData';
  }
  const fours = said.filter((value) => value === '4').length;
  const threes = said.filter((value) => value === '3').length;
  if (threes > 0) {
    return threes === 1 ? 'oneThree' : 'threes';
  }
  if (fours === 0) {
    return 'excellent';
  }
  return fours === 1 ? 'oneFour' : 'good';
}

export function countGroups(groups: readonly ClassGroup[]): GroupCounts {
  const count = (wanted: ClassGroup) => groups.filter((group) => group === wanted).length;
  return Object.fromEntries(CLASS_GROUPS.map((group) => [group, count(group)])) as GroupCounts;
}

export function sumGroups(all: readonly GroupCounts[]): GroupCounts {
  const sum = (group: ClassGroup) => all.reduce((total, counts) => total + counts[group], 0);
  return Object.fromEntries(CLASS_GROUPS.map((group) => [group, sum(group)])) as GroupCounts;
}

/**
 * A class by its pupils: качество = (отличники + хорошисты)/N, those with a single four among them;
 * успеваемость = (N − неуспевающие − н/а)/N. Per cent with two digits.
 */
export function classIndicators(
  counts: GroupCounts,
): Pick<Indicators, 'pupils' | 'success' | 'quality'> {
  const pupils = CLASS_GROUPS.reduce((sum, group) => sum + counts[group], 0);
  const { failing, noData, excellent, oneFour, good } = counts;
  return {
    pupils,
    success: percentOf(pupils - failing - noData, pupils),
    quality: percentOf(excellent + oneFour + good, pupils),
  };
}
