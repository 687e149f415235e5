import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { checkSupportText } from './check-support-text.ts';
import { changeSupport, supportRequest } from './support-record.ts';

/**
 * Answers a question, from the chat or the panel. For administrators. Whoever asked is told by the
 * bot: the answer waits as untold until it has put it into the outbox. The first answer is what the
 * time to answer is counted to.
 */
export async function answerSupport(
  tx: Tx,
  by: By,
  { requestId, text: written }: { requestId: number; text: string },
): Promise<void> {
  if (!can(by.actor, 'support.answer', null)) {
    throw new Refusal('not-allowed');
  }
  const request = await supportRequest(tx, requestId);
  const text = checkSupportText(written);
  const authorId = by.actor.personId;
  await tx.db.models.SupportMessage.create(
    { requestId, authorId, side: 'office', text, sentAt: tx.now },
    { transaction: tx.transaction },
  );
  await changeSupport(tx, by, request, {
    state: 'answered',
    answeredById: request.answeredById ?? authorId,
    answeredAt: request.answeredAt ?? tx.now,
    closedAt: null,
  });
}
