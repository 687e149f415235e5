import { Op } from 'sequelize';
import { normalLogin } from '../../db/actions/set-password.ts';
import type { Db } from '../../db/open.ts';
import { passwordFits } from '../../db/passwords.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { can } from '../../db/rules/access.ts';

const WINDOW = 15 * 60_000;
const WRONG_PER_LOGIN = 5;
// A school's whole staff may sit behind one address; a robot guessing many logins stops here.
const WRONG_PER_ADDRESS = 50;
const LOGIN_LENGTH = 64;

export type LoginAnswer = { personId: number } | 'wrong' | 'locked';

/**
 * Checks a login and password typed at an address. The attempt is on record before the password is
 * looked at, so that guesses made at once count too. Five wrong ones lock that login from that
 * address for 15 minutes; the right password doesn't help then. Whose roles don't open the panel gets
 * the answer of a wrong password.
 */
export async function checkLogin(
  db: Db,
  typed: { login: string; password: string; ip: string },
): Promise<LoginAnswer> {
  const login = normalLogin(typed.login).slice(0, LOGIN_LENGTH);
  const attemptId = await recordAttempt(db, login, typed.ip);
  if (attemptId === null) {
    return 'locked';
  }
  const credential = await db.models.Credential.findOne({ where: { login } });
  const fits = await passwordFits(credential?.passwordHash ?? null, typed.password);
  const caller = credential && (await callerOfPerson(db, credential.personId));
  if (!fits || !caller || !can(caller.actor, 'panel.open', null)) {
    return 'wrong';
  }
  await db.write(({ transaction }) =>
    db.models.LoginAttempt.update({ succeeded: true }, { where: { id: attemptId }, transaction }),
  );
  return { personId: caller.actor.personId };
}

/** The attempt's id, or null when there were too many. */
function recordAttempt(db: Db, login: string, ip: string): Promise<number | null> {
  return db.write(async ({ transaction, now }) => {
    const { LoginAttempt } = db.models;
    const recent = { at: { [Op.gt]: new Date(now.getTime() - WINDOW) }, ip };
    const lastGood = await LoginAttempt.findOne({
      where: { ...recent, login, succeeded: true },
      order: [['id', 'DESC']],
      transaction,
    });
    const wrong = { ...recent, succeeded: false };
    const ofLogin = await LoginAttempt.count({
      where: { ...wrong, login, id: { [Op.gt]: lastGood?.id ?? 0 } },
      transaction,
    });
    const ofAddress = await LoginAttempt.count({ where: wrong, transaction });
    if (ofLogin >= WRONG_PER_LOGIN || ofAddress >= WRONG_PER_ADDRESS) {
      return null;
    }
    const attempt = await LoginAttempt.create(
      { login, ip, succeeded: false, at: now },
      { transaction },
    );
    return attempt.id;
  });
}
