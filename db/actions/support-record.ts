import { Refusal } from '../errors.ts';
import type { SupportRequest } from '../models/support-request.ts';
import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** The question of this number. Refuses one that isn't there. A step of other actions. */
export async function supportRequest(tx: Tx, requestId: number): Promise<SupportRequest> {
  const { transaction } = tx;
  const request = await tx.db.models.SupportRequest.findByPk(requestId, { transaction });
  if (!request) {
    throw new Refusal('not-found');
  }
  return request;
}

type Fields = Partial<Pick<SupportRequest, 'state' | 'answeredAt' | 'answeredById' | 'closedAt'>>;

/** Writes what has become of a question, with its audit line. A step of other actions. */
export async function changeSupport(
  tx: Tx,
  by: By,
  request: SupportRequest,
  fields: Fields & Pick<SupportRequest, 'state'>,
): Promise<void> {
  const { id, state } = request;
  await request.update(fields, { transaction: tx.transaction });
  await writeChanges(tx, by, [
    { record: 'support_request', recordId: id, before: { state }, after: { state: fields.state } },
  ]);
}
