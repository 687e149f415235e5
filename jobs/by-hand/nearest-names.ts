import { nameKey } from '../../db/rules/name-key.ts';

const SHOWN = 5;
// Half of the pairs of letters in common: «Каролёв Пётр» still is «Королёв Пётр Ильич».
const ALIKE = 0.5;

/** Up to five names most like the one that was typed, the nearest first. */
export function nearestNames(typed: string, names: readonly string[]): string[] {
  const wanted = pairsOf(typed);
  return names
    .map((name) => ({ name, likeness: likeness(wanted, pairsOf(name)) }))
    .filter(({ likeness: much }) => much >= ALIKE)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, SHOWN)
    .map(({ name }) => name);
}

/** The share of the shorter name's pairs of letters that the other one has, too. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((pair) => b.has(pair)).length;
  return common / Math.max(1, Math.min(a.size, b.size));
}

function pairsOf(name: string): Set<string> {
  const key = nameKey(name);
  return new Set(Array.from({ length: key.length - 1 }, (_, at) => key.slice(at, at + 2)));
}
