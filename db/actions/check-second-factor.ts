import { hashToken } from '../code-hash.ts';
import type { Db, Tx } from '../open.ts';
import { readCode } from '../rules/codes.ts';
import { unseal } from '../sealed.ts';
import { totpStep } from '../totp.ts';

const WRONG_CODES = 5;
const LOCKED_MS = 15 * 60_000;

/** Whether a login of this person asks for a code of their authenticator. */
export async function asksSecondFactor(db: Db, personId: number): Promise<boolean> {
  return Boolean((await db.models.SecondFactor.findByPk(personId))?.confirmedAt);
}

/**
 * Whether a code is the authenticator's of this moment, or one of the recovery codes. Either works
 * once; after five wrong ones none does for a quarter of an hour. Called by whoever knows already
 * that it is this person who types; nothing is thrown, as wrong codes must be counted.
 */
export async function checkSecondFactor(
  tx: Tx,
  { personId, code, key }: { personId: number; code: string; key: string },
): Promise<boolean> {
  const { transaction, now } = tx;
  const factor = await tx.db.models.SecondFactor.findByPk(personId, { transaction });
  if (!factor || (factor.lockedUntil && factor.lockedUntil > now)) {
    return false;
  }
  // Under another server's key the recovery codes still work.
  const secret = unseal(factor.secret, key);
  const step = secret === null ? null : totpStep(secret, code.replace(/\s/g, ''), now);
  if (step !== null && step > factor.lastStep) {
    await factor.update({ lastStep: step, wrong: 0 }, { transaction });
    return true;
  }
  const left = JSON.parse(factor.recovery) as string[];
  const hash = hashToken(readCode(code) ?? '');
  if (factor.confirmedAt && left.includes(hash)) {
    const recovery = JSON.stringify(left.filter((one) => one !== hash));
    await factor.update({ recovery, wrong: 0 }, { transaction });
    return true;
  }
  const locks = factor.wrong + 1 >= WRONG_CODES;
  await factor.update(
    {
      wrong: locks ? 0 : factor.wrong + 1,
      lockedUntil: locks ? new Date(now.getTime() + LOCKED_MS) : null,
    },
    { transaction },
  );
  return false;
}
