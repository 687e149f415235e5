import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts } from '../../db/error-facts.ts';
import type { StoredEvent } from './answer-event.ts';
import type { LineDeps } from './deps.ts';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
// Chats answered at the same time: enough to hide the waits, few enough to keep replies quick.
const CONCURRENCY = 64;

export type Dispatcher = {
  /** Answers events: one at a time in a chat, in the order given; chats side by side. */
  dispatch: (events: readonly StoredEvent[]) => void;
  /** Events that are waiting or being answered. */
  size: () => number;
  /** Waits until everything given so far is answered. */
  idle: () => Promise<void>;
  /** Ends after the events that are being answered; the rest stay in the inbox. */
  stop: () => Promise<void>;
};

export function createDispatcher(
  { log }: Pick<LineDeps, 'log'>,
  answer: (stored: StoredEvent) => Promise<void>,
): Dispatcher {
  const chats = new Map<string, StoredEvent[]>();
  const ready: string[] = [];
  const running = new Set<Promise<void>>();
  const stopping = new AbortController();
  setMaxListeners(CONCURRENCY, stopping.signal);
  let size = 0;

  function dispatch(events: readonly StoredEvent[]): void {
    for (const stored of events) {
      const { address } = stored.event.chat;
      const queue = chats.get(address);
      size += 1;
      if (queue) {
        queue.push(stored);
      } else {
        chats.set(address, [stored]);
        ready.push(address);
      }
    }
    start();
  }

  function start(): void {
    while (!stopping.signal.aborted && running.size < CONCURRENCY) {
      const address = ready.shift();
      if (address === undefined) {
        return;
      }
      const run = answerNext(address).finally(() => {
        running.delete(run);
        start();
      });
      running.add(run);
    }
  }

  async function answerNext(address: string): Promise<void> {
    const queue = chats.get(address);
    const stored = queue?.[0];
    if (!queue || !stored) {
      chats.delete(address);
      return;
    }
    await untilAnswered(stored);
    queue.shift();
    size -= 1;
    if (queue.length > 0) {
      ready.push(address);
    } else {
      chats.delete(address);
    }
  }

  /** An event whose answer can't be stored is tried again: the chat's next ones must not overtake. */
  async function untilAnswered(stored: StoredEvent): Promise<void> {
    const { signal } = stopping;
    for (let pause = FIRST_RETRY_MS; !signal.aborted; pause = Math.min(pause * 2, LAST_RETRY_MS)) {
      try {
        await answer(stored);
        return;
      } catch (error) {
        log.error({ inboxId: stored.inboxId, error: errorFacts(error) }, 'answer was not stored');
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
    }
  }

  return {
    dispatch,
    size: () => size,
    idle: async () => {
      while (running.size > 0) {
        await Promise.allSettled(running);
      }
    },
    stop: async () => {
      stopping.abort();
      await Promise.allSettled(running);
    },
  };
}
