import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { CONTROL_JOB, type Control } from '../reports/control/control.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';
import { writeFindings } from './write-findings.ts';

/**
 * Writes what the control finds at this moment, for whoever oversees the school. The run stands in
 * the ledger of jobs under a slot of its own, so that the week's run is due all the same.
 */
export async function recountControl(
  tx: Tx,
  by: By,
  control: Control,
): Promise<{ opened: number; closed: number }> {
  if (!can(by.actor, 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
  const counts = await writeFindings(tx, control);
  await insertRows(
    tx,
    'job_run',
    ['job', 'slot', 'state', 'attempts', 'started_at', 'finished_at'],
    [[CONTROL_JOB, `by hand ${by.operation}`, 'done', 1, tx.now, tx.now]],
  );
  return counts;
}
