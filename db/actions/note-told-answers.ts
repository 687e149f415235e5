import type { Tx } from '../open.ts';

/** Notes that whoever asked was told these answers. Called by the bot that has queued them. */
export async function noteToldAnswers(tx: Tx, messageIds: readonly number[]): Promise<void> {
  if (messageIds.length > 0) {
    await tx.run('UPDATE support_message SET told_at = :now WHERE id IN (:messageIds)', {
      messageIds,
      now: tx.now,
    });
  }
}
