import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSender, type Sender } from '../../bot/delivery/sender.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/start-sandbox.ts';
import { LANES, type Lane, queueMessages } from '../../db/actions/queue-messages.ts';
import { TOKEN } from '../bot-facts.ts';
import { type TestClock, testClock } from '../clock.ts';
import { openTestDb, type TestDb } from '../database.ts';
import { LIBRARIES } from '../libraries.ts';

const MOTHER = 201;
const FATHER = 202;

describe.each(LIBRARIES)('the sender over $library', ({ create }) => {
  let test: TestDb;
  let clock: TestClock;
  let sandbox: Sandbox;
  let sender: Sender;
  let fatal: string[];

  beforeEach(async () => {
    clock = testClock();
    test = await openTestDb(clock);
    const people = [MOTHER, FATHER, ...Array.from({ length: 40 }, (_, i) => 300 + i)];
    sandbox = await startSandbox({
      token: TOKEN,
      clock: () => new Date(),
      people: people.map((id) => ({ id, firstName: `P${id}`, note: '', started: true })),
    });
    fatal = [];
    sender = newSender();
  });

  afterEach(async () => {
    await sender.stop();
    await sandbox.close();
    await test.close();
  });

  function newSender(token = TOKEN): Sender {
    return createSender({
      db: test.db,
      messenger: create(token, sandbox.apiRoot),
      log: pino({ level: 'silent' }),
      onFatal: (reason) => fatal.push(reason),
    });
  }

  const queue = (chat: number, text: string, lane: Lane = LANES.notice) =>
    test.db.write((tx) =>
      queueMessages(tx, [{ dedupeKey: text, chat: `tg:${chat}`, lane, payload: { text } }]),
    );

  async function sendAll(): Promise<void> {
    while ((await sender.claim()) > 0) {
      await sender.idle();
    }
  }

  const shown = (chat: number) =>
    sandbox
      .user(chat)
      .messages()
      .map(({ text }) => text);

  async function states(): Promise<Record<string, string>> {
    const rows = await test.db.select<{ dedupe_key: string; state: string }>(
      'SELECT dedupe_key, state FROM outbox ORDER BY id',
    );
    return Object.fromEntries(rows.map(({ dedupe_key, state }) => [dedupe_key, state]));
  }

  it('says each event once, however often it is queued, and keeps the order of a chat', async () => {
    await queue(MOTHER, 'first');
    await queue(MOTHER, 'second');
    await queue(MOTHER, 'first');
    await sendAll();
    expect(shown(MOTHER)).toEqual(['first', 'second']);
    expect(await states()).toEqual({ first: 'sent', second: 'sent' });
  });

  it('lets what is urgent overtake a digest', async () => {
    await queue(MOTHER, 'digest', LANES.digest);
    await queue(MOTHER, 'urgent', LANES.urgent);
    await sendAll();
    expect(shown(MOTHER)).toEqual(['urgent', 'digest']);
  });

  it('sends at most one notice a second to a chat and thirty to all', async () => {
    for (let index = 0; index < 40; index += 1) {
      await queue(300 + index, `notice ${index}`);
    }
    await queue(MOTHER, 'one');
    await queue(MOTHER, 'two');
    await sendAll();
    const sends = sandbox.calls().filter(({ method }) => method === 'sendMessage');
    expect(sends).toHaveLength(42);
    const times = sends.map(({ at }) => at.getTime());
    for (const start of times) {
      expect(times.filter((at) => at >= start && at < start + 1_000).length).toBeLessThanOrEqual(
        30,
      );
    }
    const own = sends.filter(({ chatId }) => chatId === MOTHER).map(({ at }) => at.getTime());
    expect((own[1] ?? 0) - (own[0] ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('makes everybody wait as long as a 429 says, then goes on', async () => {
    sandbox.script({ method: 'sendMessage', times: 1, reply: { status: 429, retryAfter: 1 } });
    await queue(MOTHER, 'hello');
    await sendAll();
    expect(shown(MOTHER)).toEqual([]);
    await queue(FATHER, 'waits too');
    clock.advance({ seconds: 2 });
    await sendAll();
    expect(shown(MOTHER)).toEqual(['hello']);
    expect(shown(FATHER)).toEqual(['waits too']);
    const [refused, next] = sandbox.calls().filter(({ method }) => method === 'sendMessage');
    expect((next?.at.getTime() ?? 0) - (refused?.at.getTime() ?? 0)).toBeGreaterThanOrEqual(1_000);
  });

  it('closes the link of somebody who blocked the bot and gives up what waits for them', async () => {
    const { db } = test;
    await db.write(async ({ transaction }) => {
      const person = await db.models.Person.create(
        { lastName: 'Орлова', firstName: 'Анна', nameKey: 'орлова анна' },
        { transaction },
      );
      await db.models.ChatLink.create(
        { personId: person.id, address: `tg:${MOTHER}`, linkedAt: clock() },
        { transaction },
      );
    });
    sandbox.user(MOTHER).block();
    await queue(MOTHER, 'one');
    await queue(MOTHER, 'two');
    await queue(FATHER, 'three');
    await sendAll();
    expect(await states()).toEqual({ one: 'dead', two: 'dead', three: 'sent' });
    expect((await db.models.ChatLink.findOne())?.state).toBe('blocked');
  });

  it.each([{ status: 500 } as const, { reset: 'before' } as const])(
    'tries again after %o without losing the order',
    async (reply) => {
      sandbox.script({ method: 'sendMessage', times: 1, reply });
      await queue(MOTHER, 'first');
      await queue(MOTHER, 'second');
      await sendAll();
      expect(shown(MOTHER)).toEqual([]);
      clock.advance({ minutes: 1 });
      await sendAll();
      expect(shown(MOTHER)).toEqual(['first', 'second']);
    },
  );

  it('may repeat a message whose acceptance was cut off, and nothing else', async () => {
    sandbox.script({ method: 'sendMessage', times: 1, reply: { reset: 'after' } });
    await queue(MOTHER, 'first');
    await queue(MOTHER, 'second');
    await sendAll();
    clock.advance({ minutes: 1 });
    await sendAll();
    expect(shown(MOTHER)).toEqual(['first', 'first', 'second']);
  });

  it('says plainly what Telegram refuses to parse, and gives up what it refuses again', async () => {
    await queue(MOTHER, '<b>Broken & unclosed');
    await sendAll();
    clock.advance({ seconds: 1 });
    await sendAll();
    expect(shown(MOTHER)).toEqual(['Broken & unclosed']);
    sandbox.script({
      method: 'sendMessage',
      times: 2,
      reply: { status: 400, description: "Bad Request: can't parse entities: anything" },
    });
    await queue(FATHER, 'hopeless');
    await sendAll();
    clock.advance({ seconds: 1 });
    await sendAll();
    expect((await states()).hopeless).toBe('dead');
  });

  it('replaces a screen, takes an unchanged one for said and a lost one afresh', async () => {
    const say = (dedupeKey: string, payload: object) =>
      test.db.write((tx) =>
        queueMessages(tx, [{ dedupeKey, chat: `tg:${MOTHER}`, lane: LANES.reply, payload }]),
      );
    await say('screen', { text: 'one' });
    await sendAll();
    const id = String(sandbox.user(MOTHER).messages()[0]?.id);
    await say('edit', { text: 'two', replace: id });
    await say('same', { text: 'two', replace: id });
    await sendAll();
    expect(shown(MOTHER)).toEqual(['two']);
    await say('lost', { text: 'three', replace: '4242' });
    await sendAll();
    await sendAll();
    expect(shown(MOTHER)).toEqual(['two', 'three']);
    expect(new Set(Object.values(await states()))).toEqual(new Set(['sent']));
  });

  it('follows a group that became a supergroup', async () => {
    const [group, supergroup] = [-700, -1001];
    sandbox.user(MOTHER).forwardToGroup(supergroup, 'hello');
    const reply = { status: 400, migratedTo: supergroup } as const;
    sandbox.script({ method: 'sendMessage', chatId: group, times: 1, reply });
    await queue(group, 'first');
    await sendAll();
    await sendAll();
    await queue(group, 'second');
    await sendAll();
    const sends = sandbox.calls().filter(({ method }) => method === 'sendMessage');
    expect(sends.map(({ chatId, status }) => `${chatId} ${status}`)).toEqual([
      `${group} 400`,
      `${supergroup} 200`,
      `${group} 400`,
    ]);
  });

  it('keeps nothing of a message with a code once it is sent or given up', async () => {
    const { db } = test;
    const say = (dedupeKey: string, chat: number) =>
      db.write((tx) =>
        queueMessages(tx, [
          {
            dedupeKey,
            chat: `tg:${chat}`,
            lane: LANES.reply,
            payload: { text: '7K3M-Q9XT2-B8RD' },
            secret: true,
          },
        ]),
      );
    sandbox.script({ method: 'sendMessage', times: 1, reply: { status: 500 } });
    await say('sent', FATHER);
    await sendAll();
    clock.advance({ minutes: 1 });
    await sendAll();
    expect(shown(FATHER)).toEqual(['7K3M-Q9XT2-B8RD']);

    sandbox.script({ method: 'sendMessage', times: 1, reply: { status: 400, description: 'no' } });
    await say('refused', FATHER);
    await sendAll();
    sandbox.user(MOTHER).block();
    await say('blocked', MOTHER);
    await say('abandoned', MOTHER);
    await queue(MOTHER, 'plain');
    await sendAll();
    expect(await states()).toEqual({
      sent: 'sent',
      refused: 'dead',
      blocked: 'dead',
      abandoned: 'dead',
      plain: 'dead',
    });
    const rows = await db.select<{ payload: string }>('SELECT payload FROM outbox ORDER BY id');
    expect(rows.map(({ payload }) => payload)).toEqual([
      '{}',
      '{}',
      '{}',
      '{}',
      '{"text":"plain"}',
    ]);
  });

  it('stops everything on a token that is not valid', async () => {
    sender = newSender('2:another-bot-whose-token-was-revoked');
    await queue(MOTHER, 'first');
    await queue(MOTHER, 'second');
    await sendAll();
    expect(fatal).toEqual(['unauthorised']);
    expect(await states()).toEqual({ first: 'waiting', second: 'waiting' });
  });

  it('leaves alone what another sender has claimed, and takes it when the claim runs out', async () => {
    const theirs = { ...sender.lease(), token: 'another sender' };
    const notice = { chat: `tg:${MOTHER}`, lane: LANES.notice, payload: { text: 'x' } };
    await test.db.write((tx) => queueMessages(tx, [{ dedupeKey: 'claimed', ...notice }], theirs));
    await sendAll();
    expect(shown(MOTHER)).toEqual([]);
    clock.advance({ minutes: 2 });
    await sendAll();
    expect(shown(MOTHER)).toEqual(['x']);
  });
});
