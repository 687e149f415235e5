import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { startSandbox } from '../../../bot/sandbox/start-sandbox.ts';
import { TOKEN } from '../../bot-facts.ts';
import type { TestClock } from '../../clock.ts';
import { type Moment, openLine } from './line.ts';
import { PEOPLE, type Saying } from './story.ts';

export type Stage = Awaited<ReturnType<typeof openStage>>;

/** People with phones, and between them and the bot's process a line that is cut when it is killed. */
export async function openStage(of: { library: string; url: string; clock: TestClock }) {
  const { library, url, clock } = of;
  const people = PEOPLE.map((id) => ({ id, firstName: `P${id}`, note: '', started: true }));
  const sandbox = await startSandbox({ token: TOKEN, clock, people });
  const said: Saying[] = [];
  const printed: string[] = [];
  let watching: (moment: Moment) => Promise<void> = async () => undefined;
  let child: ChildProcess | null = null;
  const line = await openLine(sandbox.apiRoot, async (moment) => {
    await watching(moment);
    return child ? 'pass' : 'cut';
  });

  async function kill(): Promise<void> {
    const victim = child;
    child = null;
    if (victim && victim.exitCode === null && victim.signalCode === null) {
      const exit = once(victim, 'exit');
      victim.kill('SIGKILL');
      await exit;
    }
  }

  return {
    /** All that people have said, in order. */
    said,
    /** What the processes printed: nothing, as they log errors only. */
    printed,
    kill,
    start: () => {
      const file = new URL('./bot-process.ts', import.meta.url);
      const started = fork(file, [library, url, line.apiRoot, clock().toISOString()], {
        execArgv: ['--import', 'tsx'],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      for (const stream of [started.stdout, started.stderr]) {
        stream?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
      }
      child = started;
      return started;
    },
    say: (sayings: readonly Saying[]) => {
      for (const saying of sayings) {
        sandbox.user(saying.chat).send(saying.text);
        said.push(saying);
      }
    },
    /** Whoever watches the line may hold a moment up, and kill the process in it. */
    watch: (watch: (moment: Moment) => Promise<void>) => {
      watching = watch;
    },
    /** The bot's words in each chat, as the messenger accepted them, oldest first. */
    heard: () =>
      new Map(
        PEOPLE.map((id) => {
          const messages = sandbox.user(id).messages();
          return [id, messages.filter(({ from }) => from === 'bot').map((m) => m.html ?? m.text)];
        }),
      ),
    /** Waits until what was under way at a kill has arrived or is lost. */
    settled: line.idle,
    close: async () => {
      await kill();
      await line.close();
      await sandbox.close();
    },
  };
}
