import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { settingsPresses } from '../../../bot/dialogue/settings.ts';
import { type Sandbox, startSandbox } from '../../../bot/sandbox/start-sandbox.ts';
import { ru } from '../../../bot/texts/ru.ts';
import { type Db, openDb } from '../../../db/open.ts';
import { verifyChain } from '../../../db/reports/verify-chain.ts';
import { TOKEN } from '../../bot-facts.ts';
import { testClock } from '../../clock.ts';
import { buildMarkedFamilies, MONDAY, PARENTS, STAFF } from '../../dialogue/marked-families.ts';
import { rehearsalOf } from '../../dialogue/rehearsal.ts';
import { walk } from '../../dialogue/walk.ts';
import { fingerprintOf } from './fingerprint.ts';
import { hostileUpdates, type Sources } from './hostile.ts';

const GUEST = 900;
const STRANGERS = [901, 902, 903];
// The messenger refuses to write to them: there is no such chat.
const UNKNOWN = [1, 7_000_000_000, Number.MAX_SAFE_INTEGER];
// Each person of the school has a second chat, in which only texts come.
const SECOND = 1_000;
// Who may do what the others of the same side may: the school's people, a family, a parent alone.
const SIDES = [STAFF, ['tg:21', 'tg:22'], ['tg:23'], ['tg:25']];
const PORTION = 250;
// One of so many updates comes twice.
const REPEATED = 20;
const PATIENCE_MS = 120_000;
const MEGABYTE = 1024 * 1024;

export type Storm = {
  problems: string[];
  updates: number;
  perSecond: number;
  /** Megabytes after a collection, when a tenth has passed and at the end. */
  heap: { early: number; late: number };
  tablesChanged: number;
};

/**
 * Lets hostile updates loose on a bot in a process of its own, in front of a school whose people have
 * chats. All chance comes from the seed.
 */
export async function runStorm(of: {
  library: string;
  url: string;
  updates: number;
  seed: number;
}): Promise<Storm> {
  const { library, url, updates, seed } = of;
  const clock = testClock(MONDAY);
  const db = await openDb({ url, clock, timezone: 'Europe/Moscow' });
  const sources = await buildSources(db);
  const phones = [
    GUEST,
    ...STRANGERS,
    ...sources.writers,
    ...sources.pressers.map(({ chat }) => chat),
  ];
  const sandbox = await startSandbox({
    token: TOKEN,
    clock,
    people: phones.map((id) => ({ id, firstName: `P${id}`, note: '', started: true })),
  });
  const bot = startBotProcess({ library, url, apiRoot: sandbox.apiRoot, now: clock() });
  const problems: string[] = [];
  const before = await fingerprintOf(db);
  const audited = (await db.select('SELECT id FROM change')).length;
  const hostile = hostileUpdates(sources);
  const heap = { early: 0, late: 0 };
  let sent = 0;
  try {
    await untilAnswered(sandbox, db, 'before');
    const began = performance.now();
    for (let portion = 0; sent < updates; portion += 1) {
      const numRuns = Math.min(PORTION, updates - sent);
      for (const update of fc.sample(hostile, { numRuns, seed: seed * 10_000 + portion })) {
        const update_id = sandbox.insert(update);
        if (sent % REPEATED === 0) {
          sandbox.insert({ ...update, update_id });
        }
        sent += 1;
      }
      await untilAnswered(sandbox, db, `after ${sent}`);
      sandbox.clearCalls();
      if (heap.early === 0 && sent >= updates / 10) {
        heap.early = await bot.heap();
      }
    }
    const seconds = (performance.now() - began) / 1000;
    heap.late = await bot.heap();
    const after = await fingerprintOf(db);
    const changed = [...before].filter(([table, print]) => after.get(table) !== print);
    problems.push(...changed.map(([table]) => `rows of ${table} have changed`));
    problems.push(...(await culprits(db, audited)));
    const { brokenAt } = await verifyChain(db);
    problems.push(...(brokenAt === null ? [] : [`the audit is broken at line ${brokenAt}`]));
    problems.push(...bot.printed.map((line) => `it logged ${line.slice(0, 1_000)}`).slice(0, 20));
    return {
      problems,
      updates: sent,
      perSecond: Math.round(sent / seconds),
      heap,
      tablesChanged: changed.length,
    };
  } catch (error) {
    throw new Error(`after ${sent} updates; it logged: ${bot.printed.join('').slice(-3_000)}`, {
      cause: error,
    });
  } finally {
    await bot.kill();
    await sandbox.close();
    await db.close();
  }
}

/** The school, its people's second chats, and all buttons that its people are shown. */
async function buildSources(db: Db): Promise<Sources> {
  await buildMarkedFamilies(db);
  const chats = [...STAFF, ...PARENTS];
  await db.write((tx) =>
    tx.run(
      `INSERT INTO chat_link (person_id, address, state, linked_at)
       SELECT person_id, address || '000', state, linked_at FROM chat_link
        WHERE address IN (:chats)`,
      { chats },
    ),
  );
  // What was said while the school was built had another messenger, with its own numbers.
  await db.write(async ({ run }) => {
    await run('DELETE FROM inbox', {});
    await run('DELETE FROM outbox', {});
  });
  const say = rehearsalOf(db);
  const shown = new Map<string, Set<string>>();
  for (const chat of chats) {
    const { payloads } = await walk(chat, say);
    shown.set(chat, new Set(payloads.filter((payload) => !isOwnWish(payload))));
  }
  const of = (side: readonly string[]) =>
    union(side.map((chat) => shown.get(chat) ?? new Set<string>()));
  return {
    strangers: [...STRANGERS, ...UNKNOWN],
    writers: chats.map((chat) => numberOf(chat) * SECOND),
    payloads: [...of(chats)],
    pressers: chats.map((chat) => {
      const mine = SIDES.find((side) => side.includes(chat)) ?? chats;
      const [theirs, own] = [of(chats.filter((other) => !mine.includes(other))), of(mine)];
      return { chat: numberOf(chat), others: [...theirs].filter((one) => !own.has(one)) };
    }),
  };
}

function union<T>(sets: readonly Set<T>[]): Set<T> {
  return new Set(sets.flatMap((set) => [...set]));
}

/** A button of the settings does the same for whoever presses it: their own wish. */
function isOwnWish(payload: string): boolean {
  return Object.hasOwn(settingsPresses, payload.split(':')[0] ?? '');
}

function numberOf(address: string): number {
  return Number(address.slice('tg:'.length));
}

function startBotProcess(of: { library: string; url: string; apiRoot: string; now: Date }) {
  const file = new URL('../crash/bot-process.ts', import.meta.url);
  const child = fork(file, [of.library, of.url, of.apiRoot, of.now.toISOString()], {
    execArgv: ['--import', 'tsx', '--expose-gc'],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => printed.push(chunk.toString()));
  }
  child.once('exit', (code, signal) => {
    if (signal !== 'SIGKILL') {
      printed.push(`its end: ${code ?? signal}`);
    }
  });
  return {
    printed,
    heap: async (): Promise<number> => {
      const told = once(child, 'message');
      child.send('heap');
      const [bytes] = (await told) as [number];
      return Math.round(bytes / MEGABYTE);
    },
    kill: async () => {
      if (child.exitCode === null && child.signalCode === null) {
        const exit = once(child, 'exit');
        child.kill('SIGKILL');
        await exit;
      }
    },
  };
}

/** A good update after the bad ones is answered, and nothing of those is left waiting. */
async function untilAnswered(sandbox: Sandbox, db: Db, when: string): Promise<void> {
  const phone = sandbox.user(GUEST);
  const asked = phone.send('/help');
  await phone.waitFor(({ id, text }) => id > asked && text.includes(ru.help.title), {
    timeoutMs: PATIENCE_MS,
  });
  const deadline = performance.now() + PATIENCE_MS;
  while ((await db.select("SELECT id FROM inbox WHERE state = 'new' LIMIT 1")).length > 0) {
    if (performance.now() > deadline) {
      throw new Error(`updates are left unanswered ${when}`);
    }
    await sleep(5);
  }
}

/** The updates behind the lines of the audit that came after the first so many. */
async function culprits(db: Db, audited: number): Promise<string[]> {
  const rows = await db.select<{ record: string; payload: string }>(
    `SELECT c.record, i.payload FROM change c LEFT JOIN inbox i ON 'chat:' || i.id = c.operation
      ORDER BY c.id`,
  );
  return rows.slice(audited).map(({ record, payload }) => `${record} was changed by ${payload}`);
}
