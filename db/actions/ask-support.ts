import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkSupportFlood, checkSupportText } from './check-support-text.ts';

export type Question = {
  /** The chat it was asked in: the answer goes there. */
  chat: string;
  text: string;
  /** What was opened before: a command, or a button's verb with its ids; null if nothing was. */
  screen: string | null;
};

/**
 * Asks the office about the journal itself. For everybody who is linked; refuses more than a few
 * questions in a few minutes. The audit keeps who asked and when, never what. Returns its number.
 */
export async function askSupport(tx: Tx, by: By, question: Question): Promise<number> {
  const { personId } = by.actor;
  if (!can(by.actor, 'support.ask', null)) {
    throw new Refusal('not-allowed');
  }
  const text = checkSupportText(question.text);
  await checkSupportFlood(tx, personId);
  const { chat, screen } = question;
  const request = await tx.db.models.SupportRequest.create(
    { personId, chat, screen, text, createdAt: tx.now },
    { transaction: tx.transaction },
  );
  await writeChanges(tx, by, [
    {
      record: 'support_request',
      recordId: request.id,
      before: null,
      after: { personId, screen, state: 'open' },
    },
  ]);
  return request.id;
}
