import { hashToken, newCode } from '../code-hash.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { can } from '../rules/access.ts';
import { seal } from '../sealed.ts';
import { newTotpSecret } from '../totp.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkSecondFactor } from './check-second-factor.ts';

const RECOVERY_CODES = 8;

/**
 * Begins an authenticator of the actor and returns its secret; it asks nothing until a code of it
 * was typed. For administrators; refused as stale where one is in use.
 */
export async function startSecondFactor(tx: Tx, by: By, key: string): Promise<string> {
  const { SecondFactor } = tx.db.models;
  const { transaction } = tx;
  const { personId } = by.actor;
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  if ((await SecondFactor.findByPk(personId, { transaction }))?.confirmedAt) {
    throw new Refusal('stale');
  }
  const secret = newTotpSecret();
  await SecondFactor.upsert(
    { personId, secret: seal(secret, key), recovery: '[]', confirmedAt: null, lastStep: 0 },
    { transaction },
  );
  return secret;
}

/**
 * Puts the authenticator that was begun in use by a code of it, and returns its recovery codes, which
 * are told this once; null for a wrong code.
 */
export async function confirmSecondFactor(
  tx: Tx,
  by: By,
  { code, key }: { code: string; key: string },
): Promise<string[] | null> {
  const { personId } = by.actor;
  const { transaction, now } = tx;
  const factor = await tx.db.models.SecondFactor.findByPk(personId, { transaction });
  if (!factor || factor.confirmedAt || !can(by.actor, 'school.write', null)) {
    throw new Refusal('stale');
  }
  if (!(await checkSecondFactor(tx, { personId, code, key }))) {
    return null;
  }
  const codes = Array.from({ length: RECOVERY_CODES }, newCode);
  const recovery = JSON.stringify(codes.map((one) => hashToken(one)));
  await tx.db.models.SecondFactor.update(
    { confirmedAt: now, recovery },
    { where: { personId }, transaction },
  );
  await writeChanges(tx, by, [
    { record: 'second_factor', recordId: personId, before: null, after: { personId } },
  ]);
  return codes;
}

/** Takes the actor's authenticator away by a code of it; false for a wrong one. */
export async function dropSecondFactor(
  tx: Tx,
  by: By,
  { code, key }: { code: string; key: string },
): Promise<boolean> {
  const { personId } = by.actor;
  if (!(await checkSecondFactor(tx, { personId, code, key }))) {
    return false;
  }
  await tx.db.models.SecondFactor.destroy({ where: { personId }, transaction: tx.transaction });
  await writeChanges(tx, by, [
    { record: 'second_factor', recordId: personId, before: { personId }, after: null },
  ]);
  return true;
}
