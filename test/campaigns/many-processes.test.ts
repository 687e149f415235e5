import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { ru } from '../../bot/texts/ru.ts';
import { type Db, openDb } from '../../db/open.ts';
import { TOKEN } from '../bot-facts.ts';
import { createDatabase, dropDatabase } from '../postgres.ts';
import { freePair } from './free-pair.ts';
import { type Server, startServer } from './many/server.ts';

const SERVER = process.env.TEST_POSTGRES_URL;
const PEOPLE = Array.from({ length: 12 }, (_, index) => 700 + index);
const EACH = 6;
const LEASE_MS = 15_000;
// What is on its way when a process is killed or held up may come twice.
const IN_FLIGHT = PEOPLE.length;

describe.skipIf(!SERVER)('several processes on one PostgreSQL', { timeout: 180_000 }, () => {
  let folder: string;
  let url: string;
  let db: Db;
  let sandbox: Awaited<ReturnType<typeof startSandbox>>;
  const servers: Server[] = [];
  let said: Map<number, string[]>;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhurnal-many-'));
    url = await createDatabase(SERVER ?? '', `zhurnal_many_${process.pid}_${Date.now()}`);
    said = new Map(PEOPLE.map((id) => [id, []]));
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      people: PEOPLE.map((id) => ({ id, firstName: `P${id}`, note: '', started: true })),
    });
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map(({ end }) => end('SIGKILL')));
    await db.close();
    await sandbox.close();
    await dropDatabase(url);
    await rm(folder, { recursive: true, force: true });
  });

  async function start(roles: string): Promise<Server> {
    const server = startServer(roles, {
      ...{ DATABASE_URL: url, DATA_DIR: folder, BOT_TOKEN: TOKEN, TIMEZONE: 'Europe/Moscow' },
      ...{ TELEGRAM_API_ROOT: sandbox.apiRoot, PORT: String(await freePair()) },
      ...{ SESSION_SECRET: 'a secret of at least thirty-two characters' },
    });
    servers.push(server);
    return server;
  }

  /** Two that may be the bot and one for the panel and the jobs, started at the same moment. */
  async function startAll(): Promise<{ bot: Server; standby: Server; office: Server }> {
    const [one, other, office] = await Promise.all([
      start('bot'),
      start('bot'),
      start('admin,jobs'),
    ]);
    await Promise.all([one, other, office].map(({ says }) => says('Готово за')));
    db = await openDb({ url, clock: () => new Date(), timezone: 'Europe/Moscow' });
    await vi.waitFor(() => expect([one, other].filter(({ isBot }) => isBot())).toHaveLength(1), {
      timeout: 30_000,
    });
    return one.isBot()
      ? { bot: one, standby: other, office }
      : { bot: other, standby: one, office };
  }

  /** Everybody writes a few messages, each of which has an answer of its own. */
  function speak(round: string): void {
    for (const id of PEOPLE) {
      for (let n = 0; n < EACH; n += 1) {
        const name = `q${round}${String.fromCharCode(97 + n)}`;
        said.get(id)?.push(ru.common.unknownCommand(name));
        sandbox.user(id).send(`/${name}`);
      }
    }
  }

  const heard = (id: number) =>
    sandbox
      .user(id)
      .messages()
      .filter(({ from }) => from === 'bot')
      .map(({ text }) => text);
  /** Waits until everybody has heard every answer. */
  const allAnswered = (timeout = 60_000) =>
    vi.waitFor(
      () => {
        for (const id of PEOPLE) {
          expect(new Set(heard(id))).toEqual(new Set(said.get(id)));
        }
      },
      { timeout, interval: 100 },
    );
  const repeated = () =>
    PEOPLE.reduce((sum, id) => sum + heard(id).length - new Set(heard(id)).size, 0);
  function expectOrder(): void {
    for (const id of PEOPLE) {
      expect([...new Set(heard(id))]).toEqual(said.get(id));
    }
  }
  async function expectStoredOnce(): Promise<void> {
    const rows = await db.select<{ state: string; count: number }>(
      'SELECT state, CAST(COUNT(*) AS INTEGER) AS count FROM inbox GROUP BY state',
    );
    const all = [...said.values()].flat().length;
    expect(rows).toEqual([{ state: 'done', count: all }]);
  }

  it('answer as one: each message once and in its order, and stop at once when told', async () => {
    const { bot, standby, office } = await startAll();
    speak('one');
    await allAnswered();
    expect(repeated()).toBe(0);
    expectOrder();
    await expectStoredOnce();
    speak('two');
    const ended = await bot.end('SIGTERM');
    expect(ended.code).toBe(0);
    expect(ended.ms).toBeLessThan(5_500);
    await allAnswered();
    expect(standby.isBot()).toBe(true);
    expect(repeated()).toBe(0);
    expectOrder();
    await expectStoredOnce();
    for (const server of [standby, office]) {
      expect((await server.end('SIGTERM')).code).toBe(0);
    }
    const runs = await db.select<{ job: string; slot: string }>('SELECT job, slot FROM job_run');
    expect(new Set(runs.map(({ job, slot }) => `${job} ${slot}`)).size).toBe(runs.length);
  });

  it('take over from one that is killed, and lose nothing', async () => {
    const { bot, standby } = await startAll();
    speak('one');
    await sleep(200);
    await bot.end('SIGKILL');
    speak('two');
    await vi.waitFor(() => expect(standby.isBot()).toBe(true), { timeout: LEASE_MS + 5_000 });
    await allAnswered();
    expect(repeated()).toBeLessThanOrEqual(IN_FLIGHT);
    expectOrder();
    await expectStoredOnce();
  });

  it('take over from one that is held up, which says nothing more when it goes on', async () => {
    const { bot, standby } = await startAll();
    speak('one');
    await sleep(200);
    bot.process.kill('SIGSTOP');
    speak('two');
    await vi.waitFor(() => expect(standby.isBot()).toBe(true), { timeout: LEASE_MS + 5_000 });
    await allAnswered();
    bot.process.kill('SIGCONT');
    speak('three');
    await allAnswered();
    await vi.waitFor(() => expect(bot.isBot()).toBe(false), { timeout: 15_000 });
    expect(standby.isBot()).toBe(true);
    expect(repeated()).toBeLessThanOrEqual(IN_FLIGHT);
    expectOrder();
    await expectStoredOnce();
  });
});
