import { pino } from 'pino';
import { expect, vi } from 'vitest';
import { type Bot, startBot } from '../bot/delivery/start-bot.ts';
import type { DialogueConfig } from '../bot/dialogue/turn.ts';
import type { Messenger } from '../bot/messengers/messenger.ts';
import { type SandboxMessage, startSandbox } from '../bot/sandbox/start-sandbox.ts';
import { en } from '../bot/texts/en.ts';
import { ru } from '../bot/texts/ru.ts';
import { createMeter } from '../db/meter.ts';
import { verifyChain } from '../db/reports/verify-chain.ts';
import { DIALOGUE, TOKEN } from './bot-facts.ts';
import { testClock } from './clock.ts';
import { openTestDb } from './database.ts';
import { factories } from './factories.ts';

const ERROR = 50; // pino's level

type Options = {
  create: (token: string, apiRoot: string) => Messenger;
  /** Everybody with a phone. */
  people: readonly number[];
  names?: DialogueConfig['names'];
  /** Where the file of the database lies, if that matters. */
  folder?: string;
};

export type World = Awaited<ReturnType<typeof openWorld>>;

/**
 * A database, a clock, a messenger with people, and the real bot between them, stopped until
 * `start`. It is Monday 12.10.2026, ten o'clock in Moscow. `close` checks that the bot logged no
 * error but the ones that were forgiven, no secret and no word of anybody, and that the audit is whole.
 */
export async function openWorld({ create, people, names = 'full', folder }: Options) {
  const clock = testClock();
  const { db, url, close } = await openTestDb(clock, 'Europe/Moscow', folder);
  const sandbox = await startSandbox({
    token: TOKEN,
    clock,
    people: people.map((id) => ({ id, firstName: `P${id}`, note: '', started: true })),
  });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });
  const forgiven = new Set<string>();
  const fatal: string[] = [];
  const meter = createMeter(() => performance.now());
  let bot: Bot | null = null;

  async function start(token = TOKEN): Promise<void> {
    bot = await startBot({
      db,
      log,
      meter,
      messenger: create(token, sandbox.apiRoot),
      texts: { ru, en },
      config: { ...DIALOGUE, names },
      onFatal: (reason) => fatal.push(reason),
    });
  }

  async function stop(): Promise<void> {
    await bot?.stop();
    bot = null;
  }

  async function answered(): Promise<number> {
    const [row] = await db.select<{ count: number }>(
      "SELECT CAST(COUNT(*) AS INTEGER) AS count FROM inbox WHERE state = 'done'",
    );
    return row?.count ?? 0;
  }

  /** Lets people act, and waits until the bot has heard it and has said all that is due. */
  async function when<T>(act: () => T, updates = 1): Promise<T> {
    const before = await answered();
    const result = act();
    await vi.waitFor(
      async () => expect(await answered()).toBeGreaterThanOrEqual(before + updates),
      {
        timeout: 10_000,
        interval: 5,
      },
    );
    await bot?.idle();
    return result;
  }

  /** The bot's words in a chat, oldest first. */
  const words = (id: number) =>
    sandbox
      .user(id)
      .messages()
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text);

  const newest = (id: number): SandboxMessage => {
    const message = sandbox.user(id).messages().at(-1);
    if (!message) {
      throw new Error(`chat ${id} is empty`);
    }
    return message;
  };

  return {
    db,
    url,
    log,
    clock,
    sandbox,
    fatal,
    meter,
    make: factories(db),
    start,
    stop,
    when,
    words,
    newest,
    idle: async () => bot?.idle(),
    /** Sends a text and gives the newest message of the chat after it. */
    says: async (id: number, text: string): Promise<SandboxMessage> => {
      await when(() => sandbox.user(id).send(text));
      return newest(id);
    },
    /** Presses the newest button that begins so; gives the newest message and the newest toast. */
    presses: async (id: number, label: string) => {
      const user = sandbox.user(id);
      const labels = user
        .messages()
        .toReversed()
        .flatMap(({ buttons }) => buttons.flat().map(({ text }) => text));
      await when(() => user.press(labels.find((text) => text.startsWith(label)) ?? label));
      return { ...newest(id), toast: user.toasts().at(-1) };
    },
    /** Expects errors that are logged with this message. */
    forgive: (message: string) => forgiven.add(message),
    close: async () => {
      await stop();
      await sandbox.close();
      const chain = await verifyChain(db);
      await close();
      const errors = logged.filter((line) => {
        const { level, msg } = JSON.parse(line) as { level: number; msg: string };
        return level >= ERROR && !forgiven.has(msg);
      });
      expect(errors, 'errors in the log').toEqual([]);
      expect(chain.brokenAt, 'the audit').toBeNull();
      expect(logged.join('\n')).not.toContain(TOKEN.slice(2));
      // Names, messages and marks with their words are Russian; what is logged are facts and ids.
      expect(logged.filter((line) => /\p{Script=Cyrillic}/u.test(line))).toEqual([]);
    },
  };
}
