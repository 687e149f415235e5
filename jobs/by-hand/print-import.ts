import type { ImportResult } from '../../db/actions/import-school.ts';
import { SHEET_NAMES } from '../../db/import/columns.ts';
import { HEADINGS } from '../../db/import/headings/headings.ts';
import type { ImportProblem } from '../../db/import/problem.ts';
import type { ByHandDeps } from './by-hand.ts';

// What an operator can take in at once; the next run shows the rest.
const SHOWN = 50;

/** Prints a line for each problem: where it is, what is wrong, what is expected. */
export function printProblems(
  { print, texts }: ByHandDeps,
  problems: readonly ImportProblem[],
): void {
  const { importing } = texts;
  for (const { sheet, row, column, problem, data } of problems.slice(0, SHOWN)) {
    const sentence = importing.problems[problem](data);
    print(sheet === null ? sentence : `${importing.place(sheet, row, column)}: ${sentence}`);
  }
  if (problems.length > SHOWN) {
    print(importing.more(problems.length - SHOWN));
  }
  print(importing.refused(problems.length));
}

/** Prints what was done, or with `dryRun` would be, by sheet, and what each plan comes to. */
export function printImport(
  { print, texts }: ByHandDeps,
  { counts, plans }: ImportResult,
  dryRun: boolean,
): void {
  const { importing } = texts;
  const { sheets } = HEADINGS[importing.language];
  print(dryRun ? importing.dryRun : importing.done);
  for (const name of SHEET_NAMES) {
    const count = counts[name];
    if (count) {
      const removed = count.removed > 0 ? importing.removed(count.removed) : '';
      print(`  ${sheets[name]}: ${importing.counts(count)}${removed}`);
    }
  }
  for (const { course, lines, hours } of plans.slice(0, SHOWN)) {
    print(`    ${importing.planTotal(course, lines, hours)}`);
  }
  if (plans.length > SHOWN) {
    print(`    ${importing.more(plans.length - SHOWN)}`);
  }
}
