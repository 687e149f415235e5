import { Op } from 'sequelize';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

export type SetPassword = {
  personId: number;
  login: string;
  /** By `hashPassword`, made before the transaction. */
  passwordHash: string;
};

/** A login that another person has already. */
export class LoginTaken extends Error {}

/** A login as it is stored and compared. */
export function normalLogin(typed: string): string {
  return typed.trim().toLowerCase();
}

/**
 * Gives a person a login and a password, or replaces theirs; sessions begun before end. For the
 * person themselves and the administrator. Throws LoginTaken.
 */
export async function setPassword(tx: Tx, by: By, { personId, ...given }: SetPassword) {
  if (by.actor.personId !== personId && !can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  const { Credential } = tx.db.models;
  const { transaction } = tx;
  const login = normalLogin(given.login);
  if (await Credential.count({ where: { login, personId: { [Op.ne]: personId } }, transaction })) {
    throw new LoginTaken();
  }
  const before = await Credential.findByPk(personId, { transaction });
  const next = { login, passwordHash: given.passwordHash, updatedAt: tx.now };
  if (before) {
    await Credential.update(next, { where: { personId }, transaction, silent: true });
  } else {
    await Credential.create(
      { ...next, personId, createdAt: tx.now },
      { transaction, silent: true },
    );
  }
  await writeChanges(tx, by, [
    {
      record: 'credential',
      recordId: personId,
      before: before && { login: before.login },
      after: { login },
    },
  ]);
}
