import { Op } from 'sequelize';
import { hashToken, sameSecret } from '../code-hash.ts';
import type { Db, Tx } from '../open.ts';
import { callerOfChat } from '../reports/caller.ts';
import { can } from '../rules/access.ts';
import { codeHash } from './create-panel-link.ts';

const WRONG_CODES = 3;

/** Who comes in, and by which chat; or a code that doesn't fit; or a link that opens nothing. */
export type Entered = { personId: number; chat: string } | 'wrong' | 'dead';

/** Whether a link from a chat still waits for its code. Changes nothing. */
export async function isPanelLinkAlive(db: Db, token: string): Promise<boolean> {
  return (await findEntry(db, token)) !== null;
}

/**
 * Uses a link from a chat up by its code. The third wrong code ends it. What it answers must be
 * committed either way, so nothing is thrown: a link that is unknown, expired or used, of a chat that
 * was cut off or of a person who may no longer open the panel, is dead.
 */
export async function redeemPanelLink(
  tx: Tx,
  { token, code }: { token: string; code: string },
): Promise<Entered> {
  const { transaction, now } = tx;
  const entry = await findEntry(tx.db, token, tx);
  const caller = entry?.chat ? await callerOfChat(tx.db, entry.chat, tx) : null;
  if (!entry?.chat || !caller || caller.actor.personId !== entry.personId) {
    return 'dead';
  }
  if (!can(caller.actor, 'panel.open', null)) {
    return 'dead';
  }
  if (!sameSecret(entry.codeHash ?? '', codeHash(token, code.replace(/\s/g, '')))) {
    const wrong = entry.wrong + 1;
    const usedAt = wrong >= WRONG_CODES ? now : null;
    await entry.update({ wrong, usedAt }, { transaction });
    return usedAt ? 'dead' : 'wrong';
  }
  const [used] = await tx.db.models.PanelToken.update(
    { usedAt: now },
    { where: { id: entry.id, usedAt: null }, transaction },
  );
  return used === 1 ? { personId: caller.actor.personId, chat: entry.chat } : 'dead';
}

function findEntry(db: Db, token: string, tx?: Tx) {
  return db.models.PanelToken.findOne({
    where: {
      tokenHash: hashToken(token),
      chat: { [Op.not]: null },
      usedAt: null,
      expiresAt: { [Op.gt]: db.now() },
    },
    transaction: tx?.transaction ?? null,
  });
}
