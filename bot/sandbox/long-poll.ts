import { conflict } from './api-error.ts';
import type { UpdateQueue } from './update-queue.ts';
import type { WireUpdate } from './wire.ts';

export type LongPoll = {
  /** Waits for updates up to `seconds`; a second reader ends the first one with 409. `gone` aborts a reader that left. */
  read(ask: {
    offset: number;
    limit: number;
    seconds: number;
    gone: AbortSignal;
  }): Promise<WireUpdate[]>;
  /** Ends the waiting reader with 409 «terminated by …». */
  terminate(by: string): void;
};

/** The one reader of updates that Telegram admits. */
export function createLongPoll(updates: UpdateQueue): LongPoll {
  let current: { fail(error: Error): void } | undefined;

  function terminate(by: string) {
    current?.fail(conflict(`terminated by ${by}`));
    current = undefined;
  }

  return {
    terminate,
    async read({ offset, limit, seconds, gone }) {
      terminate('other getUpdates request; make sure that only one bot instance is running');
      const ready = updates.read(offset, limit);
      if (ready.length > 0 || seconds === 0) {
        return ready;
      }
      return new Promise((resolve, reject) => {
        const waiting = { fail: (error: Error) => finish(() => reject(error)) };
        const answer = () => finish(() => resolve(updates.read(offset, limit)));
        const leave = () => finish(() => resolve([]));
        const timer = setTimeout(answer, seconds * 1000);
        const stop = updates.onPush(answer);
        gone.addEventListener('abort', leave);
        current = waiting;

        function finish(settle: () => void) {
          clearTimeout(timer);
          stop();
          gone.removeEventListener('abort', leave);
          current = current === waiting ? undefined : current;
          settle();
        }
      });
    },
  };
}
