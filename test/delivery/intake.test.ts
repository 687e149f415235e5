import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { StoredEvent } from '../../bot/delivery/answer-event.ts';
import { createDispatcher } from '../../bot/delivery/dispatcher.ts';
import { runIntake } from '../../bot/delivery/intake.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { TOKEN } from '../bot-facts.ts';
import { openTestDb, type TestDb } from '../database.ts';
import { LIBRARIES } from '../libraries.ts';

const MOTHER = 201;
const HOUR = 3_600;

describe.each(LIBRARIES)('fetching over $library', ({ create }) => {
  let test: TestDb;
  let sandbox: Sandbox;
  let heard: string[];
  let fatal: string[];
  let abort: AbortController;
  let running: Promise<void>;

  beforeEach(async () => {
    test = await openTestDb(() => new Date());
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      people: [{ id: MOTHER, firstName: 'M', note: '', started: true }],
    });
    heard = [];
    fatal = [];
    abort = new AbortController();
  });
  // Whatever it is waiting for, it ends when told to: an hour would be longer than a test may take.
  afterEach(async () => {
    abort.abort();
    await running;
    await sandbox.close();
    await test.close();
  });

  function run(): void {
    const log = pino({ level: 'silent' });
    const dispatcher = createDispatcher({ log }, async ({ event }: StoredEvent) => {
      heard.push(event.kind === 'text' ? event.text : event.kind);
    });
    running = runIntake(
      {
        db: test.db,
        messenger: create(TOKEN, sandbox.apiRoot),
        log,
        onFatal: (reason) => fatal.push(reason),
      },
      dispatcher,
      abort.signal,
    );
  }

  const eventually = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });
  const fetches = () => sandbox.calls().filter(({ method }) => method === 'getUpdates');

  it.each([
    { status: 500 } as const,
    { reset: 'before' } as const,
    { reset: 'after' } as const,
    { status: 429, retryAfter: 1 } as const,
  ])('goes on after %o, and hears everything once', async (reply) => {
    sandbox.script({ method: 'getUpdates', times: 1, reply });
    sandbox.user(MOTHER).send('one');
    run();
    await eventually(() => expect(heard).toEqual(['one']));
    sandbox.user(MOTHER).send('two');
    await eventually(() => expect(heard).toEqual(['one', 'two']));
  });

  it('waits as long as Telegram says', async () => {
    sandbox.script({ method: 'getUpdates', times: 1, reply: { status: 429, retryAfter: HOUR } });
    run();
    await eventually(() => expect(fetches()).toMatchObject([{ status: 429 }]));
    sandbox.user(MOTHER).send('one');
    expect(heard).toEqual([]);
  });

  it('ends in the middle of a fetch that hangs', async () => {
    run();
    await eventually(() => expect(fetches()).toHaveLength(1));
    expect(fatal).toEqual([]);
  });

  it('takes over from a program that was called by Telegram, and gives the bot its menu', async () => {
    const call = async (method: string) =>
      (await (await fetch(`${sandbox.apiRoot}/bot${TOKEN}/${method}`)).json()) as object;
    const url = encodeURIComponent('http://127.0.0.1:1/another-program');
    expect(await call(`setWebhook?url=${url}`)).toMatchObject({ ok: true });
    const menu = [{ command: 'help', description: 'что умеет журнал' }];
    const { username } = await create(TOKEN, sandbox.apiRoot).introduce(menu);
    expect(username).toBe('zhurnal_demo_bot');
    expect(await call('getMyCommands')).toMatchObject({ result: menu });
    run();
    sandbox.user(MOTHER).send('one');
    await eventually(() => expect(heard).toEqual(['one']));
  });

  it('confirms by the next fetch what is stored, and nothing before', async () => {
    run();
    sandbox.user(MOTHER).send('one');
    await eventually(() => expect(fetches()).toHaveLength(2));
    const [stored] = await test.db.select<{ event_id: string }>('SELECT event_id FROM inbox');
    const [first, second] = fetches().map(({ payload }) => Number(payload.offset));
    expect(first).toBe(0);
    expect(`tg:${Number(second) - 1}`).toBe(stored?.event_id);
  });
});
