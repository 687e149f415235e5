import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { keepReports, type NewReport } from './keep-reports.ts';

/**
 * Keeps the reports of a term that somebody had made at once, all or none; those that are kept
 * already stay as they are. For who oversees the school.
 */
export async function keepTermReports(
  tx: Tx,
  by: By,
  reports: readonly NewReport[],
): Promise<void> {
  if (!can(by.actor, 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
  await keepReports(tx, by, reports);
}
