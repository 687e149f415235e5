import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { type Family, readFamilies } from '../reports/families.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { type Content, checkContent, storeMessages } from './store-messages.ts';

export type SentLetter = {
  sent: { messageId: number; family: Family }[];
  /** Families that nothing could be sent to, as no parent is linked or none has agreed. */
  unreached: Family[];
};

/**
 * A letter of the class teacher to some families of the class, each in a thread of its own. It goes
 * to every parent with a chat and a consent; a family without one gets no message. Refuses a pupil
 * who isn't in the class today.
 */
export async function writeToFamilies(
  tx: Tx,
  by: By,
  {
    classId,
    pupilIds,
    content,
  }: { classId: number; pupilIds: readonly number[]; content: Content },
): Promise<SentLetter> {
  checkContent(content);
  const families = await readFamilies(tx.db, { classId, pupilIds }, tx);
  for (const pupilId of pupilIds) {
    const enrolled = families.some((family) => family.pupilId === pupilId);
    if (!can(by.actor, 'thread.write', { classId, pupilId, enrolled, consented: false })) {
      throw new Refusal('not-allowed');
    }
  }
  const own = by.actor.personId;
  const others = families.map((family) => ({
    ...family,
    recipients: family.recipients.filter(({ personId }) => personId !== own),
  }));
  const reached = others.filter(({ recipients }) => recipients.length > 0);
  const messageIds = await storeMessages(tx, by, {
    classId,
    side: 'school',
    content,
    outgoing: reached.map(({ pupilId, recipients }) => ({
      pupilId,
      personIds: recipients.map(({ personId }) => personId),
    })),
  });
  return {
    sent: reached.map((family, index) => ({ messageId: messageIds[index] ?? 0, family })),
    unreached: others.filter(({ recipients }) => recipients.length === 0),
  };
}
