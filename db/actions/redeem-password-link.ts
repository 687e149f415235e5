import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { callerOfPerson } from '../reports/caller.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';
import { usePanelToken } from './panel-token.ts';
import { setPassword } from './set-password.ts';

/**
 * Sets the login and password of the person a one-time link was made for. Refuses a link that is
 * unknown, expired or used, and a person who may no longer open the panel. Returns the person's id.
 */
export async function redeemPasswordLink(
  tx: Tx,
  by: Pick<By, 'operation'>,
  { token, login, passwordHash }: { token: string; login: string; passwordHash: string },
): Promise<number> {
  const { personId } = await usePanelToken(tx, token);
  const person = personId === null ? null : await callerOfPerson(tx.db, personId, tx);
  if (!person || !can(person.actor, 'panel.open', null)) {
    throw new Refusal('code-invalid');
  }
  const { actor } = person;
  const author: By = { actor, door: 'panel', operation: by.operation };
  await setPassword(tx, author, { personId: actor.personId, login, passwordHash });
  return actor.personId;
}
