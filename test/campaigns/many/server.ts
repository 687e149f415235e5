import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { vi } from 'vitest';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 50 };

/** The journal in a process of its own, as an operator starts it. */
export type Server = {
  process: ChildProcess;
  /** All that it has printed. */
  printed: () => string;
  /** Whether the newest that it has said of itself is that it is the bot. */
  isBot: () => boolean;
  /** Waits until it has said this. */
  says: (text: string) => Promise<void>;
  /** Sends the signal and waits for the end; the exit code and how long it took, in ms. */
  end: (signal: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>;
};

export function startServer(roles: string, env: Record<string, string>): Server {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'main.ts', 'start', `--only=${roles}`],
    {
      cwd: ROOT,
      env: { ...process.env, LANGUAGE: 'ru', LOG_LEVEL: 'info', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (bytes: Buffer) => {
      printed += bytes.toString();
    });
  }
  return {
    process: child,
    printed: () => printed,
    isBot: () =>
      child.exitCode === null &&
      printed.lastIndexOf('this process is the bot') >
        printed.lastIndexOf('this process is not the bot any more'),
    says: (text) =>
      vi.waitFor(() => {
        if (!printed.includes(text)) {
          throw new Error(`it has not said «${text}»: ${printed.slice(-2_000)}`);
        }
      }, PATIENCE),
    end: async (signal) => {
      const begun = performance.now();
      if (child.exitCode === null && child.signalCode === null) {
        const over = once(child, 'exit');
        child.kill(signal);
        await over;
      }
      return { code: child.exitCode, ms: performance.now() - begun };
    },
  };
}
