import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readTermClosing } from '../reports/term-closing.ts';
import { can } from '../rules/access.ts';
import { closingRefusal } from '../rules/term-closing.ts';
import type { By } from './by.ts';
import { setTermState } from './term-state.ts';

export type CloseTerm = {
  termId: number;
  /** As much may be missing as was shown; more is refused as stale. */
  missing: number;
};

/**
 * Closes a term: from now on its journal and its marks change by a correction with a reason only. For
 * deputy heads and administrators. Refuses one that isn't over or is closed already.
 */
export async function closeTerm(tx: Tx, by: By, { termId, missing }: CloseTerm): Promise<void> {
  if (!can(by.actor, 'term.close', null)) {
    throw new Refusal('not-allowed');
  }
  const closing = await readTermClosing(tx.db, termId, tx);
  const { endsOn: date } = closing.term;
  const refusal = closingRefusal(closing.term, tx.today);
  if (refusal) {
    throw new Refusal(refusal, { date });
  }
  if (closing.missing > missing) {
    throw new Refusal('stale');
  }
  await setTermState(tx, by, { termId, state: 'closed', facts: { missing: closing.missing } });
}
