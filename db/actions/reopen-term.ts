import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readTermOfOpenYear } from '../reports/term-closing.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { setTermState } from './term-state.ts';

/**
 * Opens a closed term of an open year again, with a reason: teachers may then fill it in as before.
 * For administrators.
 */
export async function reopenTerm(tx: Tx, by: By, termId: number): Promise<void> {
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const { state, endsOn } = await readTermOfOpenYear(tx.db, termId, tx);
  if (state === 'open') {
    throw new Refusal('term-open-already');
  }
  if (!by.reason?.trim()) {
    throw new Refusal('reason-closed', { date: endsOn });
  }
  await setTermState(tx, by, { termId, state: 'open', facts: {} });
}
