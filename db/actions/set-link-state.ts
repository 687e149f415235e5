import type { Tx } from '../open.ts';

/**
 * Notes that a chat blocked the bot or took it back. A link that was cut stays cut. Called by the
 * dialogue on the messenger's own word, and by the sender when a message is refused for ever.
 */
export async function setLinkState(
  tx: Tx,
  address: string,
  state: 'active' | 'blocked',
): Promise<void> {
  const from = state === 'active' ? 'blocked' : 'active';
  await tx.db.models.ChatLink.update(
    { state },
    { where: { address, state: from }, transaction: tx.transaction },
  );
}

/** Takes back «blocked» for chats that have just spoken to us. A link that was cut stays cut. */
export async function reopenLinks(tx: Tx, addresses: readonly string[]): Promise<void> {
  if (addresses.length > 0) {
    await tx.run(
      "UPDATE chat_link SET state = 'active' WHERE state = 'blocked' AND address IN (:addresses)",
      { addresses },
    );
  }
}
