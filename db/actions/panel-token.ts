import { Op } from 'sequelize';
import { hashToken, newToken } from '../code-hash.ts';
import { Refusal } from '../errors.ts';
import type { Db, Tx } from '../open.ts';

const LIFETIME_HOURS = 24;

/** A one-time link as it was found: null `personId` is the set-up link of an empty school. */
export type PanelLink = { id: number; personId: number | null };

/** Stores a one-time link and returns its token: 128 random bits, of which only the hash is kept. */
export async function issuePanelToken(tx: Tx, personId: number | null): Promise<string> {
  const token = newToken();
  await tx.db.models.PanelToken.create(
    {
      tokenHash: hashToken(token),
      personId,
      createdAt: tx.now,
      expiresAt: new Date(tx.now.getTime() + LIFETIME_HOURS * 3_600_000),
    },
    { transaction: tx.transaction },
  );
  return token;
}

/** The link a token opens, or null: one answer for unknown, expired and used. Changes nothing. */
export async function findPanelLink(db: Db, token: string, tx?: Tx): Promise<PanelLink | null> {
  const link = await db.models.PanelToken.findOne({
    where: {
      tokenHash: hashToken(token),
      // One that was asked for in a chat opens the panel, and sets no password.
      chat: null,
      usedAt: null,
      expiresAt: { [Op.gt]: db.now() },
    },
    transaction: tx?.transaction ?? null,
  });
  if (!link || (link.personId === null && (await anyCredential(db, tx)))) {
    return null;
  }
  return { id: link.id, personId: link.personId };
}

/** Uses a link up and returns it; refuses one that is unknown, expired or used. */
export async function usePanelToken(tx: Tx, token: string): Promise<PanelLink> {
  const link = await findPanelLink(tx.db, token, tx);
  const [used] = link
    ? await tx.db.models.PanelToken.update(
        { usedAt: tx.now },
        { where: { id: link.id, usedAt: null }, transaction: tx.transaction },
      )
    : [0];
  if (!link || used !== 1) {
    throw new Refusal('code-invalid');
  }
  return link;
}

/** Whether anybody can log in to the panel yet. */
export async function anyCredential(db: Db, tx?: Tx): Promise<boolean> {
  return (await db.models.Credential.count({ transaction: tx?.transaction ?? null })) > 0;
}
