import { hashToken } from '../../code-hash.ts';
import type { Db } from '../../open.ts';

/** A token of the export that is in force, and when it was last used, exact to a minute. */
export type LiveApiToken = { id: number; lastUsedAt: Date | null };

/** Whose token this is: null for one that is unknown or was revoked. */
export async function readApiToken(db: Db, token: string): Promise<LiveApiToken | null> {
  const found = await db.models.ApiToken.findOne({
    attributes: ['id', 'lastUsedAt'],
    where: { tokenHash: hashToken(token), revokedAt: null },
  });
  return found && { id: found.id, lastUsedAt: found.lastUsedAt };
}
