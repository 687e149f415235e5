import { Refusal } from '../errors.ts';
import { planSchool, type SchoolPlan } from '../import/plan/plan-school.ts';
import { readSchool, readYears } from '../import/plan/stored-school.ts';
import { planYear } from '../import/plan/years.ts';
import type { ImportProblem } from '../import/problem.ts';
import type { ReadSchool } from '../import/read/read-school.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { writeItems } from './write-items.ts';

/** Either problems, and then nothing is written, or what was done by sheet. */
export type ImportResult = SchoolPlan & { problems: readonly ImportProblem[] };

/**
 * Loads a workbook that was read: adds and changes what differs from the school as it stands, each
 * record with its audit line, all or nothing. For the administrator. Problems of the reading are
 * given back together with those found here. With `dryRun` everything is done but the write.
 */
export async function importSchool(
  tx: Tx,
  by: By,
  {
    school: read,
    problems: found,
    dryRun,
  }: { school: ReadSchool; problems: readonly ImportProblem[]; dryRun: boolean },
): Promise<ImportResult> {
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const problems = [...found];
  if (Object.keys(read).length === 0) {
    return { problems, counts: {}, plans: [] };
  }
  const years = await readYears(tx);
  const year = planYear(years, read, tx.today, problems);
  if (!year) {
    return { problems, counts: {}, plans: [] };
  }
  const school = await readSchool(tx, years, year.id);
  const plan = planSchool({ school, year, today: tx.today, read, problems });
  if (problems.length === 0 && !dryRun) {
    await writeItems(tx, by, school);
  }
  return { ...plan, problems };
}
