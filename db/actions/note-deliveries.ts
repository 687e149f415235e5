import type { Tx } from '../open.ts';

const KEY = /^message:(\d+):(\d+):/;

/** The outbox key of a message of correspondence on its way to one chat of one person. */
export function messageKey(of: { messageId: number; personId: number; address: string }): string {
  return `message:${of.messageId}:${of.personId}:${of.address}`;
}

/**
 * Notes that what was queued under these keys has arrived, for keys of correspondence; a person with
 * several chats has it with the first.
 */
export async function noteDeliveries(tx: Tx, dedupeKeys: readonly string[]): Promise<void> {
  for (const key of dedupeKeys) {
    const [, messageId, personId] = KEY.exec(key) ?? [];
    if (messageId === undefined || personId === undefined) {
      continue;
    }
    await tx.run(
      `UPDATE message_receipt SET delivered_at = :now
        WHERE message_id = :messageId AND person_id = :personId AND delivered_at IS NULL`,
      { messageId: Number(messageId), personId: Number(personId), now: tx.now },
    );
  }
}
