import type { Tx } from '../open.ts';

/** Notes that a token of the export was used. Not audited: nothing of the journal changes. */
export async function noteApiUse(tx: Tx, id: number): Promise<void> {
  await tx.db.models.ApiToken.update(
    { lastUsedAt: tx.now },
    { where: { id }, transaction: tx.transaction },
  );
}
