import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Writes a term's state with its audit line; of two who do it at once the second is refused. */
export async function setTermState(
  tx: Tx,
  by: By,
  { termId, state, facts }: { termId: number; state: 'open' | 'closed'; facts: object },
): Promise<void> {
  const was = state === 'closed' ? 'open' : 'closed';
  const [changed] = await tx.run<{ id: number }>(
    'UPDATE term SET state = :state WHERE id = :termId AND state = :was RETURNING id',
    { termId, state, was },
  );
  if (!changed) {
    throw new Refusal(state === 'closed' ? 'term-closed-already' : 'term-open-already');
  }
  await writeChanges(tx, by, [
    { record: 'term', recordId: termId, before: { state: was }, after: { state, ...facts } },
  ]);
}
