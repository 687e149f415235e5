import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { nameKey } from '../rules/name-key.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { usePanelToken } from './panel-token.ts';
import { setPassword } from './set-password.ts';

export type FirstAdministrator = {
  /** Of the set-up link. */
  token: string;
  lastName: string;
  firstName: string;
  middleName: string | null;
  login: string;
  passwordHash: string;
};

/**
 * Makes the person behind the set-up link the first administrator of the school. Refuses a link that
 * is unknown, expired or used, or when anybody has a login already. Returns the new person's id.
 */
export async function createFirstAdministrator(
  tx: Tx,
  by: Pick<By, 'operation'>,
  { token, login, passwordHash, ...name }: FirstAdministrator,
): Promise<number> {
  const link = await usePanelToken(tx, token);
  if (link.personId !== null) {
    throw new Refusal('code-invalid');
  }
  const { Person, Role } = tx.db.models;
  const { transaction } = tx;
  const { lastName, firstName, middleName } = name;
  const person = await Person.create(
    { ...name, nameKey: nameKey([lastName, firstName, middleName].filter(Boolean).join(' ')) },
    { transaction },
  );
  const role = await Role.create({ personId: person.id, role: 'administrator' }, { transaction });
  const actor = {
    personId: person.id,
    roles: ['administrator' as const],
    classIds: [],
    childIds: [],
  };
  const author: By = { actor, door: 'panel', operation: by.operation };
  await writeChanges(tx, author, [
    { record: 'person', recordId: person.id, before: null, after: name },
    {
      record: 'role',
      recordId: role.id,
      before: null,
      after: { personId: person.id, role: 'administrator' },
    },
  ]);
  await setPassword(tx, author, { personId: person.id, login, passwordHash });
  return person.id;
}
