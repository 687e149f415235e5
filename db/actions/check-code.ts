import { Op } from 'sequelize';
import { hashCode } from '../code-hash.ts';
import type { Tx } from '../open.ts';
import type { SentCode } from '../rules/codes.ts';

const TRIES = 5;
const WINDOW_MINUTES = 15;

/** What a code opens. `minutes` is how long a chat with too many wrong codes has to wait. */
export type CheckedCode =
  | { result: 'invalid' }
  | { result: 'locked'; minutes: number }
  | { result: 'family'; inviteId: number; pupilId: number }
  | { result: 'staff'; inviteId: number };

/**
 * Looks a code up without using it. A wrong one is remembered against the chat, so the answer must
 * be returned, never thrown: five in 15 minutes, and even a right code is refused until the first
 * of them is that old. Unknown, used, revoked and expired are one answer; null is a text that can't
 * be a code at all.
 */
export async function checkCode(
  tx: Tx,
  { sent, chat, pepper }: { sent: SentCode | null; chat: string; pepper: string },
): Promise<CheckedCode> {
  const minutes = await minutesLocked(tx, chat);
  if (minutes > 0) {
    return { result: 'locked', minutes };
  }
  const invite = sent && (await findInvite(tx, sent, pepper));
  if (!invite) {
    const { CodeAttempt } = tx.db.models;
    await CodeAttempt.create({ address: chat, at: tx.now }, { transaction: tx.transaction });
    return { result: 'invalid' };
  }
  const { id: inviteId, pupilId } = invite;
  return pupilId === null ? { result: 'staff', inviteId } : { result: 'family', inviteId, pupilId };
}

async function minutesLocked(tx: Tx, chat: string): Promise<number> {
  const window = WINDOW_MINUTES * 60_000;
  const wrong = await tx.db.models.CodeAttempt.findAll({
    where: { address: chat, at: { [Op.gt]: new Date(tx.now.getTime() - window) } },
    order: [['at', 'DESC']],
    limit: TRIES,
    transaction: tx.transaction,
  });
  const fifth = wrong[TRIES - 1];
  return fifth ? Math.ceil((fifth.at.getTime() + window - tx.now.getTime()) / 60_000) : 0;
}

function findInvite(tx: Tx, { kind, value }: SentCode, pepper: string) {
  const hash = hashCode(value, pepper);
  return tx.db.models.Invite.findOne({
    where: {
      ...(kind === 'code' ? { codeHash: hash } : { tokenHash: hash }),
      usedAt: null,
      revokedAt: null,
      expiresAt: { [Op.gt]: tx.now },
    },
    transaction: tx.transaction,
  });
}
