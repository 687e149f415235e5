import type { Db } from '../open.ts';

/** Who has used an invitation; null if nobody has. */
export async function readInviteUser(db: Db, inviteId: number): Promise<number | null> {
  const [invite] = await db.select<{ usedById: number | null }>(
    'SELECT used_by_id AS "usedById" FROM invite WHERE id = :inviteId',
    { inviteId },
  );
  return invite?.usedById ?? null;
}
