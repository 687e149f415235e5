import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { changeSupport, supportRequest } from './support-record.ts';

/** Ends a question. For whoever asked it and administrators; ending it again changes nothing. */
export async function closeSupport(tx: Tx, by: By, requestId: number): Promise<void> {
  const request = await supportRequest(tx, requestId);
  if (!can(by.actor, 'support.read', request)) {
    throw new Refusal('not-found');
  }
  if (request.state !== 'closed') {
    await changeSupport(tx, by, request, { state: 'closed', closedAt: tx.now });
  }
}
