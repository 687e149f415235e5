import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import type { StoredEvent } from '../../bot/delivery/answer-event.ts';
import { createDispatcher } from '../../bot/delivery/dispatcher.ts';

const LOG = { log: pino({ level: 'silent' }) };

const event = (chat: string, inboxId: number): StoredEvent => ({
  inboxId,
  event: {
    id: String(inboxId),
    chat: { address: chat, private: true },
    kind: 'text',
    text: '',
    messageId: '1',
  },
});

/** An answer that ends when told to. */
function heldAnswers() {
  const begun: number[] = [];
  const ends = new Map<number, () => void>();
  return {
    begun,
    end: (id: number) => ends.get(id)?.(),
    answer: ({ inboxId }: StoredEvent) => {
      begun.push(inboxId);
      return new Promise<void>((resolve) => ends.set(inboxId, resolve));
    },
  };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the dispatcher', () => {
  it('answers one event of a chat at a time, and chats side by side', async () => {
    const { begun, end, answer } = heldAnswers();
    const dispatcher = createDispatcher(LOG, answer);
    dispatcher.dispatch([event('a', 1), event('a', 2), event('b', 3)]);
    expect(begun).toEqual([1, 3]);
    expect(dispatcher.size()).toBe(3);
    end(1);
    await turn();
    expect(begun).toEqual([1, 3, 2]);
    end(2);
    end(3);
    await dispatcher.idle();
    expect(dispatcher.size()).toBe(0);
  });

  it('keeps a crowd to sixty-four at a time and forgets nobody', async () => {
    const { begun, end, answer } = heldAnswers();
    const dispatcher = createDispatcher(LOG, answer);
    dispatcher.dispatch(Array.from({ length: 200 }, (_, id) => event(`chat ${id}`, id)));
    expect(begun).toHaveLength(64);
    for (let id = 0; id < 200; id += 1) {
      end(id);
      await turn();
    }
    await dispatcher.idle();
    expect(begun).toHaveLength(200);
  });

  it('tries an answer again that could not be stored, before the chat’s next one', async () => {
    const answered: number[] = [];
    let failures = 1;
    const dispatcher = createDispatcher(LOG, async ({ inboxId }) => {
      if (failures > 0) {
        failures -= 1;
        throw new Error('the disk is full');
      }
      answered.push(inboxId);
    });
    dispatcher.dispatch([event('a', 1), event('a', 2)]);
    await dispatcher.idle();
    expect(answered).toEqual([1, 2]);
  });

  it('stops at once while an answer waits to be tried again, and leaves the rest', async () => {
    const dispatcher = createDispatcher(LOG, () => Promise.reject(new Error('the disk is full')));
    dispatcher.dispatch([event('a', 1), event('a', 2)]);
    await turn();
    // By the third time it would wait for longer than a test may take.
    await dispatcher.stop();
    expect(dispatcher.size()).toBeGreaterThan(0);
  });
});
