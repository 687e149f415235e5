import { fork } from 'node:child_process';
import { once } from 'node:events';

export type Child = {
  /** What it said when it was ready. */
  ready: Record<string, unknown>;
  /** Sends an order and waits for its answer. */
  ask: <Answer>(order: object) => Promise<Answer>;
  stop: () => Promise<void>;
};

/** Starts a file beside this one in a process of its own, and waits until it is ready. */
export async function startProcess(file: string, ...args: string[]): Promise<Child> {
  const child = fork(new URL(file, import.meta.url), args, { execArgv: ['--import', 'tsx'] });
  const answer = async () => {
    const [message] = await Promise.race([once(child, 'message'), failure]);
    return message;
  };
  const exit = once(child, 'exit');
  const failure = exit.then(([code]) => {
    throw new Error(`${file} ended with ${code}`);
  });
  failure.catch(() => undefined);
  return {
    ready: await answer(),
    ask: (order) => {
      child.send(order);
      return answer();
    },
    stop: async () => {
      child.disconnect();
      await exit;
    },
  };
}
