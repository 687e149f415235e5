import type { Tx } from '../open.ts';

/**
 * Closes notices: `told` is what the person knows from now on. Runs in the transaction that queues
 * the message, so a notice is settled exactly if it will be said.
 */
export async function settleNotices(
  tx: Tx,
  notices: readonly { noticeId: number; told: string | null }[],
): Promise<void> {
  const byTold = new Map<string | null, number[]>();
  for (const { noticeId, told } of notices) {
    byTold.set(told, [...(byTold.get(told) ?? []), noticeId]);
  }
  for (const [told, ids] of byTold) {
    await tx.run("UPDATE notice SET state = 'settled', told = :told WHERE id IN (:ids)", {
      told,
      ids,
    });
  }
}
