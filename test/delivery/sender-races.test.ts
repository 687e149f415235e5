import { setTimeout as sleep } from 'node:timers/promises';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSender, type Sender } from '../../bot/delivery/sender.ts';
import type { ReadyFile, Reply } from '../../bot/dialogue/reply.ts';
import { DeliveryFailure, type Messenger } from '../../bot/messengers/messenger.ts';
import { LANES, type Lane, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Db } from '../../db/open.ts';
import { type TestClock, testClock } from '../clock.ts';
import { openTestDb, type TestDb } from '../database.ts';

const CHAT = 'tg:201';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('the sender, whatever happens meanwhile,', () => {
  let test: TestDb;
  let clock: TestClock;
  let sender: Sender;
  let sent: string[];
  /** What the messenger does with a message before it has arrived. */
  let underway: (text: string) => Promise<void>;
  let logged: string[];

  beforeEach(async () => {
    clock = testClock();
    test = await openTestDb(clock);
    sent = [];
    logged = [];
    underway = async () => undefined;
    sender = newSender(test.db);
  });
  afterEach(async () => {
    await sender.stop();
    await test.close();
  });

  function newSender(db: Db): Sender {
    const unused = () => Promise.reject(new Error('not used here'));
    const messenger: Messenger = {
      poll: unused,
      answerPress: unused,
      introduce: unused,
      fetchFile: unused,
      deliver: async (_chat, reply: Reply<ReadyFile>) => {
        const text = 'text' in reply ? reply.text : '';
        await underway(text);
        sent.push(text);
      },
    };
    const log = pino({ level: 'error' }, { write: (line: string) => logged.push(line) });
    return createSender({ db, messenger, log, onFatal: unused });
  }

  const queue = (text: string, { lane = LANES.reply as Lane, fresh = true } = {}) =>
    test.db.write((tx) =>
      queueMessages(
        tx,
        [{ dedupeKey: text, chat: CHAT, lane, payload: { text } }],
        fresh ? sender.lease() : undefined,
      ),
    );

  const reply = async (text: string) => sender.take(await queue(text));

  const states = async () =>
    (
      await test.db.select<{ line: string }>(
        "SELECT dedupe_key || ' ' || state AS line FROM outbox ORDER BY id",
      )
    ).map(({ line }) => line);

  const eventually = (check: () => void | Promise<void>) =>
    vi.waitFor(check, { timeout: 10_000, interval: 5 });

  it('never forgets a reply that comes just as the one before is written down', async () => {
    for (let hops = 0; hops < 12; hops += 1) {
      let open = () => undefined as unknown;
      const gate = new Promise<void>((resolve) => {
        open = resolve;
      });
      let second: Promise<void> = Promise.resolve();
      underway = async (text) => {
        if (text === `first ${hops}`) {
          // What comes while this write is held up shares the next commit, and is told of it in the
          // same breath: the reply in hand, and a little later the next one.
          void test.db.write(() => gate);
          await turn();
          second = queue(`second ${hops}`).then(async (queued) => {
            for (let hop = 0; hop < hops; hop += 1) {
              await undefined;
            }
            sender.take(queued);
          });
        }
      };
      await reply(`first ${hops}`);
      await turn();
      await turn();
      open();
      await second;
      await sender.idle();
      expect(sent.splice(0)).toEqual([`first ${hops}`, `second ${hops}`]);
    }
  });

  it('writes down what became of a message as soon as the database lets it', async () => {
    let failures = 0;
    const full = () => Promise.reject(new Error('Иванов Артём: the disk is full'));
    sender = newSender({
      ...test.db,
      write: (job) => {
        failures -= 1;
        return failures >= 0 ? full() : test.db.write(job);
      },
    });
    const queued = await queue('first');
    failures = 2;
    sender.take(queued);
    await sender.idle();
    expect(sent).toEqual(['first']);
    expect(await states()).toEqual(['first sent']);
    expect(logged).toHaveLength(2);
    expect(logged.join()).not.toContain('Иванов');
  });

  it('sends once what it holds, though the clock jumps past its lease', async () => {
    let arrive = () => undefined as unknown;
    underway = () =>
      new Promise<void>((resolve) => {
        arrive = () => resolve();
      });
    await queue('first', { lane: LANES.notice, fresh: false });
    expect(await sender.claim()).toBe(1);
    clock.advance({ hours: 1 });
    await sender.claim();
    arrive();
    await sender.idle();
    expect(sent).toEqual(['first']);
    expect(await states()).toEqual(['first sent']);
  });

  it('lets a reply pass a notice that waits for its second', async () => {
    await reply('answer');
    await queue('notice', { lane: LANES.notice, fresh: false });
    await sender.claim();
    await reply('next answer');
    await eventually(() => expect(sent).toContain('next answer'));
    await sender.idle();
    expect(sent).toEqual(['answer', 'next answer', 'notice']);
  });

  it('keeps fresh replies behind one that has to wait', async () => {
    let failures = 1;
    underway = async () => {
      failures -= 1;
      if (failures >= 0) {
        throw new DeliveryFailure({ kind: 'trouble' }, null);
      }
    };
    await reply('first');
    await sender.idle();
    await reply('second');
    await reply('third');
    await sender.idle();
    expect(sent).toEqual([]);
    clock.advance({ seconds: 5 });
    for (const taken of [1, 1, 1, 0]) {
      expect(await sender.claim()).toBe(taken);
      await sender.idle();
    }
    expect(sent).toEqual(['first', 'second', 'third']);
    await reply('fourth');
    await sender.idle();
    expect(sent).toHaveLength(4);
  });

  it('keeps fresh replies behind what an earlier process has left', async () => {
    await queue('left');
    const next = newSender(test.db);
    await sender.stop();
    sender = next;
    await sender.recover();
    await reply('fresh');
    await sender.idle();
    for (let taken = 1; taken > 0; await sender.idle()) {
      taken = await sender.claim();
    }
    expect(sent).toEqual(['left', 'fresh']);
  });

  it('gives back what waits when it is stopped, and ends what is under way', async () => {
    underway = () => sleep(50);
    await reply('first');
    await reply('second');
    await queue('notice', { lane: LANES.notice, fresh: false });
    await sender.claim();
    await sender.stop();
    expect(sent).toEqual(['first']);
    const [row] = await test.db.select<{ count: number }>(
      `SELECT CAST(COUNT(*) AS INTEGER) AS count FROM outbox
        WHERE state = 'waiting' AND lease_token IS NULL`,
    );
    expect(row?.count).toBe(2);
  });
});
