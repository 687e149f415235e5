import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import { checkSupportFlood, checkSupportText } from './check-support-text.ts';
import { changeSupport, supportRequest } from './support-record.ts';

/**
 * More words to an own question: it waits for an answer again, whatever had become of it. For whoever
 * asked it. The caller tells the office in the same transaction. Returns the message's id.
 */
export async function writeOnSupport(
  tx: Tx,
  by: By,
  { requestId, text: written }: { requestId: number; text: string },
): Promise<number> {
  const { personId } = by.actor;
  const request = await supportRequest(tx, requestId);
  if (request.personId !== personId) {
    throw new Refusal('not-found');
  }
  const text = checkSupportText(written);
  await checkSupportFlood(tx, personId);
  const message = await tx.db.models.SupportMessage.create(
    { requestId, authorId: personId, side: 'asker', text, sentAt: tx.now, toldAt: tx.now },
    { transaction: tx.transaction },
  );
  await changeSupport(tx, by, request, { state: 'open', closedAt: null });
  return message.id;
}
