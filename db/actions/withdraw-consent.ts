import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { isStaff } from '../reports/staff.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { type CutChat, cutLink } from './cut-link.ts';
import { forgetDialog } from './keep-dialog.ts';
import { abandonChat } from './settle-messages.ts';

/** The chats that were cut off, as nothing ties their owner to the school any more. */
export type Withdrawn = { chats: CutChat[] };

/**
 * A parent takes their consent for a child back: the tie is cut and the consent gone, so from this
 * moment nothing of the child is shown or sent to them; what waited to be sent to their chats is given
 * up. Whoever is left with no child and no role loses their chats too. The class journal itself stays,
 * as the law requires. For the parent alone; a new code ties them again.
 */
export async function withdrawConsent(tx: Tx, by: By, pupilId: number): Promise<Withdrawn> {
  const { personId, childIds } = by.actor;
  if (!can(by.actor, 'child.read', { pupilId })) {
    throw new Refusal('not-allowed');
  }
  const { Guardianship, ChatLink } = tx.db.models;
  const { transaction } = tx;
  const tie = await Guardianship.findOne({
    where: { personId, pupilId, state: 'active' },
    transaction,
  });
  if (!tie) {
    throw new Refusal('stale');
  }
  const { state, consentVersion } = tie;
  await tie.update({ state: 'cut', consentVersion: null, consentAt: null }, { transaction });
  await writeChanges(tx, by, [
    {
      record: 'guardianship',
      recordId: tie.id,
      pupilId,
      before: { personId, state, consentVersion },
      after: { personId, state: 'cut', consentVersion: null },
    },
  ]);
  await tx.run(
    `UPDATE notice SET state = 'settled'
      WHERE person_id = :personId AND pupil_id = :pupilId AND state = 'waiting'`,
    { personId, pupilId },
  );
  const links = await ChatLink.findAll({
    where: { personId, state: ['active', 'blocked'] },
    order: ['id'],
    transaction,
  });
  const others = childIds.some((id) => id !== pupilId) || (await isStaff(tx.db, personId, tx));
  if (others) {
    for (const { address } of links) {
      await forgetDialog(tx, address);
      await abandonChat(tx, address, 'withdrawn');
    }
    return { chats: [] };
  }
  const chats: CutChat[] = [];
  for (const { id } of links) {
    chats.push(await cutLink(tx, by, id));
  }
  return { chats };
}
