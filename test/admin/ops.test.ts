import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteBackup } from '../../db/actions/note-backup.ts';
import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import { alarmsOf } from '../../db/alarms.ts';
import { readConfig } from '../../db/config.ts';
import { createExaminer } from '../../db/examine.ts';
import { createMeter } from '../../db/meter.ts';
import { type TestClock, testClock } from '../clock.ts';
import { openTestDb, type TestDb } from '../database.ts';
import { countStatements } from '../statements.ts';
import { type OpsSite, openOpsSite } from './ops-site.ts';

const TOKEN = 'a-token-of-a-scraper.1';
const close = (seconds: number) => expect.closeTo(seconds, -2);
// Strangers who ask within a second get the same answer.
const next = () => sleep(1_100);

describe('what a monitor is told', () => {
  let test: TestDb;
  let clock: TestClock;
  let site: OpsSite;

  beforeEach(async () => {
    clock = testClock();
    test = await openTestDb(clock);
    site = await openOpsSite({ db: test.db, backups: true });
  });
  afterEach(async () => {
    site.close();
    await test.close();
  });

  const backup = (state: 'good' | 'failed') =>
    test.db.write((tx) => noteBackup(tx, { kind: 'nightly', state }));

  async function fillQueues(): Promise<void> {
    const chat = 'tg:1';
    await test.db.write(async (tx) => {
      await receiveEvents(tx, [{ eventId: 'tg:1', chat, payload: { text: 'Иванов 5' } }]);
      const message = { chat, payload: { text: 'Иванов: 5' } };
      await queueMessages(tx, [
        { ...message, dedupeKey: 'a', lane: LANES.notice },
        { ...message, dedupeKey: 'b', lane: LANES.notice },
        { ...message, dedupeKey: 'c', lane: LANES.digest },
      ]);
      await tx.run(
        `INSERT INTO job_run (job, slot, state, attempts, started_at, finished_at) VALUES
           ('sweep', '2026-10-11T04:00', 'done', 1, :now, :evening),
           ('sweep', '2026-10-12T04:00', 'failed', 5, :now, :now),
           ('evening-digest', '2026-10-11T19:00', 'done', 1, :now, :evening)`,
        // 19:02 and 10:00 in Moscow.
        { evening: new Date('2026-10-11T16:02:00Z'), now: tx.now },
      );
    });
  }

  it('is that all is well, without a word more than ages', async () => {
    await backup('good');
    expect(await site.health()).toEqual({
      code: 200,
      status: 'ok',
      alarms: [],
      inboxAge: 0,
      outboxAge: 0,
      backupAge: close(0),
      messengerSilence: close(0),
    });
    const ready = await site.ask('/readyz');
    expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);
    expect(ready.headers.get('cache-control')).toBe('no-store');
  });

  it('are warnings by name of what has waited for too long', async () => {
    expect((await site.health()).alarms).toEqual(['backup-missing']);
    await backup('good');
    clock.advance({ hours: 37 });
    await fillQueues();
    await backup('failed');
    clock.advance({ hours: 2 });
    await next();
    expect(await site.health()).toMatchObject({
      code: 200,
      status: 'warning',
      alarms: ['inbox-late', 'outbox-late', 'job-late:sweep', 'backup-late', 'backup-failed'],
      inboxAge: close(7_200),
      outboxAge: close(7_200),
      backupAge: close(39 * 3_600),
    });
  });

  it('are the queues, the lag of jobs and the age of the backup as samples', async () => {
    await backup('good');
    await fillQueues();
    clock.advance({ hours: 1 });
    const metrics = await site.metrics();
    expect(metrics).toMatchObject({
      database_writable: 1,
      inbox_waiting: 1,
      inbox_age_seconds: close(3_600),
      'outbox_waiting{lane="reply"}': 0,
      'outbox_waiting{lane="notice"}': 2,
      'outbox_age_seconds{lane="notice"}': close(3_600),
      'outbox_waiting{lane="digest"}': 1,
      'job_lag_seconds{job="evening-digest"}': close(120),
      // Seven hours since 04:00: it has failed for good.
      'job_lag_seconds{job="sweep"}': close(7 * 3_600),
      'job_age_seconds{job="sweep"}': close(16 * 3_600 - 120),
      backup_age_seconds: close(3_600),
    });
    const text = await (await site.ask('/metrics')).text();
    expect(text).not.toMatch(/Иванов|tg:/);
    expect(text).toMatch(/^(# (HELP|TYPE) .+|zhurnal_\w+(\{[\w="+.,-]+\})? [\d.e+-]+|)(\n|$)/gm);
  });

  it('is that the database can only be read, until it can be written again', async () => {
    if (test.db.dialect === 'postgres') {
      return;
    }
    await backup('good');
    await test.db.write((tx) => tx.run('PRAGMA query_only = ON', {}));
    expect(await site.health()).toMatchObject({
      code: 503,
      status: 'alarm',
      alarms: ['database-read-only'],
    });
    expect((await site.metrics()).database_writable).toBe(0);
    await test.db.write((tx) => tx.run('PRAGMA query_only = OFF', {}));
    await next();
    expect(await site.health()).toMatchObject({ code: 200, alarms: [] });
  });

  it('is that the database does not answer; counts of the process are there still', async () => {
    const other = await openTestDb(clock);
    const mute = await openOpsSite({ db: other.db });
    await other.close();
    expect(await mute.health()).toMatchObject({
      code: 503,
      alarms: ['database-unreachable'],
      inboxAge: null,
    });
    expect((await mute.ask('/readyz')).status).toBe(503);
    expect(await mute.metrics()).toMatchObject({ database_writable: 0, handler_seconds_count: 0 });
    mute.close();
  });

  it('is not ready from the moment it was told to stop', async () => {
    const stopping = await openOpsSite({ db: test.db, serving: () => false });
    expect((await stopping.ask('/readyz')).status).toBe(503);
    stopping.close();
  });

  it('costs four queries and one write, and strangers who hurry pay for one look together', async () => {
    const count = await countStatements(test.db, async () => {
      await Promise.all(Array.from({ length: 20 }, () => site.ask('/healthz')));
    });
    expect(count).toBeLessThanOrEqual(4 + 4);
  });
});

describe('alarms', () => {
  const calm = {
    trouble: null,
    operations: {
      inbox: { waiting: 0, oldest: 0 },
      outbox: [],
      jobs: [],
      backup: { age: 0, failed: false },
    },
    free: null,
  };
  const silent = { backups: true, bot: true };
  const reading = createMeter(() => 0).read();

  it.each([
    [{ refusal: 'unauthorised' as const }, { grave: ['token-refused'], warnings: [] }],
    [{ refusal: 'conflict' as const }, { grave: ['second-bot'], warnings: [] }],
    [{ silence: 121 }, { grave: [], warnings: ['messenger-silent'] }],
  ])('of a messenger: %o', (heard, expected) => {
    expect(alarmsOf(calm, { ...reading, ...heard }, silent)).toEqual(expected);
  });

  it.each([
    [{ trouble: 'disk-full' as const }, { grave: ['database-disk-full'], warnings: [] }],
    [{ free: 100 * 1024 * 1024 }, { grave: [], warnings: ['disk-low'] }],
  ])('of a disk: %o', (found, expected) => {
    expect(alarmsOf({ ...calm, ...found }, reading, silent)).toEqual(expected);
  });

  it('know the space that is left beside the database', async () => {
    const { db, close } = await openTestDb(testClock());
    const meter = createMeter(() => 0);
    const rest = { meter, token: null, backups: false, bot: () => true, serving: () => true };
    const { free } = await createExaminer({ db, folder: '.', ...rest })();
    expect(free).toBeGreaterThan(0);
    await close();
  });
});

describe('metrics are given', () => {
  let test: TestDb;
  beforeEach(async () => {
    test = await openTestDb(testClock());
  });
  afterEach(() => test.close());

  async function answers(token: string | null, headers: Record<string, string>): Promise<number> {
    const site = await openOpsSite({ db: test.db, token });
    const { status } = await site.ask('/metrics', headers);
    site.close();
    return status;
  }

  it('to this machine, yet not to those for whom a proxy on it speaks', async () => {
    expect(await answers(null, {})).toBe(200);
    expect(await answers(null, { 'x-forwarded-for': '203.0.113.7' })).toBe(403);
    expect(await answers(null, { forwarded: 'for=203.0.113.7' })).toBe(403);
  });

  it('to whoever shows the token, where one is set, and to nobody else', async () => {
    expect(await answers(TOKEN, { authorization: `Bearer ${TOKEN}` })).toBe(200);
    expect(await answers(TOKEN, { authorization: `Bearer ${TOKEN}x` })).toBe(401);
    expect(await answers(TOKEN, {})).toBe(401);
  });

  it.each(['short', 'twenty letters and a space', 'двадцать букв по-русски'])(
    'under no token as «%s»: it is refused by name and not repeated',
    (token) => {
      expect(() => readConfig({ METRICS_TOKEN: token })).toThrow(/^METRICS_TOKEN: must be/);
      expect(() => readConfig({ METRICS_TOKEN: token })).not.toThrow(token);
    },
  );
});
