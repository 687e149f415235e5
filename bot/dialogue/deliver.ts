import { messageKey } from '../../db/actions/note-deliveries.ts';
import { type Lane, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Tx } from '../../db/open.ts';
import type { Recipient } from '../../db/reports/families.ts';
import { type Arrived, arrivedMessage } from '../views/message.ts';
import type { Turn } from './turn.ts';

/** One message and the chats it goes to. */
export type Delivery = { message: Arrived; to: readonly Recipient[] };

/** Puts messages of correspondence on their way, each in its recipient's language. */
export async function deliver(
  { allTexts, config }: Turn,
  tx: Tx,
  deliveries: readonly Delivery[],
  { lane, silent }: { lane: Lane; silent: boolean },
): Promise<void> {
  const messages = deliveries.flatMap(({ message, to }) =>
    to.map(({ personId, address, language }) => {
      const texts = allTexts[language ?? config.language];
      const screen = arrivedMessage(message, { read: false }, texts, config.names);
      return {
        dedupeKey: messageKey({ messageId: message.messageId, personId, address }),
        chat: address,
        lane,
        payload: silent ? { ...screen, silent: true } : screen,
      };
    }),
  );
  await queueMessages(tx, messages);
}
