import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { callerOfPerson } from '../reports/caller.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { issuePanelToken } from './panel-token.ts';

/**
 * The token of a one-time link by which a person chooses a login and a password for the panel
 * (`/admin/setup/TOKEN`, 24 hours). Earlier unused links of that person stop working, and so does their
 * authenticator, unless it is the actor's own. For the
 * administrator; refused for a person whose roles don't open the panel.
 */
export async function createPasswordLink(tx: Tx, by: By, personId: number): Promise<string> {
  const person = await callerOfPerson(tx.db, personId, tx);
  if (!can(by.actor, 'school.write', null) || !person || !can(person.actor, 'panel.open', null)) {
    throw new Refusal('not-allowed');
  }
  await tx.db.models.PanelToken.update(
    { usedAt: tx.now },
    { where: { personId, chat: null, usedAt: null }, transaction: tx.transaction },
  );
  if (by.actor.personId !== personId) {
    // Whoever has lost the telephone and the recovery codes is let in by a colleague.
    const where = { personId };
    await tx.db.models.SecondFactor.destroy({ where, transaction: tx.transaction });
  }
  const token = await issuePanelToken(tx, personId);
  await writeChanges(tx, by, [
    { record: 'panel_token', recordId: personId, before: null, after: { personId } },
  ]);
  return token;
}
