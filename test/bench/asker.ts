import { pino } from 'pino';
import { createAnswerer } from '../../bot/delivery/answer-event.ts';
import type { Event } from '../../bot/dialogue/event.ts';
import type { Said } from '../../bot/dialogue/reply.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import type { Db } from '../../db/open.ts';
import { DIALOGUE } from '../bot-facts.ts';

/** What somebody does in a chat: says a text, or presses a button. */
export type Asked = { text: string } | { press: string };

/** A chat through everything but the messenger itself. */
export function askerOf(db: Db, address: string): (asked: Asked) => Promise<Said> {
  const unused = () => Promise.reject(new Error('not used here'));
  const answer = createAnswerer(
    {
      db,
      log: pino({ level: 'error' }),
      texts: { ru, en },
      config: DIALOGUE,
      fetchFile: unused,
    },
    () => ({ token: 'bench', until: new Date(db.now().getTime() + 60_000) }),
  );
  let count = 0;
  return async (asked) => {
    count += 1;
    const chat = { address, private: true };
    const id = `${address}:${count}`;
    const event: Event =
      'text' in asked
        ? { id, chat, kind: 'text', text: asked.text, messageId: '1' }
        : { id, chat, kind: 'press', data: asked.press, messageId: '1', pressId: id };
    const ids = await db.write((tx) =>
      receiveEvents(tx, [{ eventId: event.id, chat: chat.address, payload: event }]),
    );
    const { said } = await answer({ inboxId: ids.get(event.id) ?? 0, event });
    return said;
  };
}
