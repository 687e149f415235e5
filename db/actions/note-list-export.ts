import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Notes that somebody takes a list of the panel out of it, and how many rows. For whoever may open it. */
export async function noteListExport(
  tx: Tx,
  by: By,
  { list, rows }: { list: string; rows: number },
): Promise<void> {
  if (!can(by.actor, 'panel.open', null)) {
    throw new Refusal('not-allowed');
  }
  await writeChanges(tx, by, [
    { record: 'export', recordId: by.actor.personId, before: null, after: { list, rows } },
  ]);
}
