import type { Tx } from '../open.ts';

type Waiting = { id: number; payload: string };

/**
 * Gives up the documents that a chat waits for and that `isMeant` picks by their message (plain
 * JSON); gives the messages. What is sent already stays. For that chat itself: nobody else may.
 */
export async function callOffDocuments<Message extends object>(
  tx: Tx,
  chat: string,
  isMeant: (message: object) => message is Message,
): Promise<Message[]> {
  const waiting = await tx.db.select<Waiting>(
    "SELECT id, payload FROM outbox WHERE chat = :chat AND state = 'waiting'",
    { chat },
    tx,
  );
  const meant = waiting.flatMap(({ id, payload }) => {
    const message: object = JSON.parse(payload);
    return isMeant(message) ? [{ id, message }] : [];
  });
  if (meant.length > 0) {
    await tx.run(
      `UPDATE outbox SET state = 'dead', last_error = 'called-off', lease_until = NULL,
              lease_token = NULL, payload = CASE WHEN secret THEN '{}' ELSE payload END
        WHERE id IN (:ids) AND state = 'waiting'`,
      { ids: meant.map(({ id }) => id) },
    );
  }
  return meant.map(({ message }) => message);
}
