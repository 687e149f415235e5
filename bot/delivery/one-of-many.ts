import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { giveBackBotLease, holdsBotLease, takeBotLease } from '../../db/actions/hold-bot-lease.ts';
import { errorFacts } from '../../db/error-facts.ts';
import type { Db } from '../../db/open.ts';
import type { LineDeps } from './deps.ts';
import type { Bot } from './start-bot.ts';

// A process that died or hangs is replaced after this; transactions it left open end before that.
const LEASE_S = 15;
const RENEW_MS = 5_000;
const LOOK_MS = 1_000;
// What a call may take to leave the process after it was allowed.
const MARGIN_MS = 1_000;

/** What the process that is the bot works with: its writes count only while it is. */
export type Elected = {
  db: Db;
  /** False once the lease has run out by this process's own steady clock: nothing is sent then. */
  maySend: () => boolean;
  /** Another process took over: the bot of this one is stopped, and it waits again. */
  standDown: () => void;
};

/**
 * Lets this process be the bot whenever no other process of the database is, until `signal` is
 * aborted. `start` starts the bot; null if it could not. Of several processes exactly one answers and
 * sends: each of its transactions checks the lease, and each call that its own clock still allows it,
 * so one that was paused and goes on after it was replaced does neither.
 */
export async function beOneOfMany(
  { db, log }: Pick<LineDeps, 'db' | 'log'>,
  start: (elected: Elected) => Promise<Bot | null>,
  signal: AbortSignal,
): Promise<void> {
  const token = randomUUID();
  let heldUntil = 0;

  async function take(): Promise<boolean> {
    // Counted from before the question: the database counts from later.
    const asked = performance.now();
    const held = await db.write((tx) => takeBotLease(tx, token, LEASE_S));
    heldUntil = held ? asked + LEASE_S * 1000 : 0;
    return held;
  }

  /** Waits until the lease is lost, whoever notices it first, or the process is to stop. */
  async function keep(lost: AbortController): Promise<void> {
    const over = AbortSignal.any([lost.signal, signal]);
    while (!over.aborted) {
      await sleep(RENEW_MS, undefined, { signal: over }).catch(() => undefined);
      if (over.aborted) {
        return;
      }
      try {
        if (!(await take())) {
          return;
        }
      } catch (error) {
        log.warn({ error: errorFacts(error) }, 'could not renew the lease of the bot');
        if (performance.now() > heldUntil) {
          return;
        }
      }
    }
  }

  async function serve(): Promise<void> {
    log.info('this process is the bot');
    const lost = new AbortController();
    const keeping = keep(lost);
    const bot = await start({
      db: fenced(db, token),
      maySend: () => performance.now() < heldUntil - MARGIN_MS,
      standDown: () => lost.abort(),
    });
    await keeping;
    heldUntil = 0;
    await bot?.stop();
    log.info('this process is not the bot any more');
  }

  while (!signal.aborted) {
    const won = await take().catch((error) => {
      log.warn({ error: errorFacts(error) }, 'could not ask for the lease of the bot');
      return false;
    });
    if (won) {
      await serve();
    } else {
      await sleep(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  await db.write((tx) => giveBackBotLease(tx, token)).catch(() => undefined);
}

/** The same database, where a transaction of a process that is no longer the bot changes nothing. */
function fenced(db: Db, token: string): Db {
  return {
    ...db,
    write: (job) =>
      db.write(async (tx) => {
        if (!(await holdsBotLease(tx, token))) {
          throw new Error('another process is the bot now');
        }
        return job(tx);
      }),
  };
}
