import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { LANES, type Lease, type QueuedMessage } from '../../db/actions/queue-messages.ts';
import { setLinkState } from '../../db/actions/set-link-state.ts';
import {
  abandonChat,
  claimMessages,
  moveChat,
  type Outcome,
  settleMessages,
} from '../../db/actions/settle-messages.ts';
import { errorFacts } from '../../db/error-facts.ts';
import type { Reply } from '../dialogue/reply.ts';
import { DeliveryFailure, type Failure } from '../messengers/messenger.ts';
import { createBatcher } from './batcher.ts';
import type { LineDeps } from './deps.ts';
import { outcomeOf } from './outcome.ts';
import { createPace } from './pace.ts';

// A call takes 30 s at most, so a row is sent only with more than that left of its lease.
const LEASE_MS = 90_000;
const MARGIN_MS = 35_000;
// What is claimed ahead: one second's worth, so that something urgent never waits for longer.
const AHEAD = 30;

export type Sender = {
  /** A claim for rows that are handed to `take` as soon as their transaction is committed. */
  lease: () => Lease;
  take: (messages: readonly QueuedMessage[]) => void;
  /** Claims what is due in the outbox, whoever put it there. Returns how many rows it took. */
  claim: () => Promise<number>;
  /** Waits until what was taken is sent or given back. */
  idle: () => Promise<void>;
  stop: () => Promise<void>;
};

type Held = QueuedMessage & { leaseUntil: number };

/** Sends what is in the outbox: in order for each chat, urgent lanes first, at Telegram's pace. */
export function createSender(deps: LineDeps): Sender {
  const { db, messenger, log } = deps;
  const token = randomUUID();
  const pace = createPace(() => performance.now());
  const waiting = new Map<string, Held[]>();
  const active = new Map<string, Promise<void>>();
  let stopped = false;

  const settle = createBatcher<Outcome>((outcomes) =>
    db.write((tx) => settleMessages(tx, token, outcomes)),
  );

  const lease = (): Lease => ({ token, until: new Date(db.now().getTime() + LEASE_MS) });

  function take(messages: readonly QueuedMessage[]): void {
    const leaseUntil = performance.now() + LEASE_MS;
    for (const message of messages) {
      const queue = waiting.get(message.chat) ?? [];
      queue.push({ ...message, leaseUntil });
      queue.sort((left, right) => left.lane - right.lane || left.id - right.id);
      waiting.set(message.chat, queue);
      if (!active.has(message.chat)) {
        const drained = drain(message.chat).finally(() => active.delete(message.chat));
        active.set(message.chat, drained);
      }
    }
  }

  async function drain(chat: string): Promise<void> {
    for (;;) {
      const next = waiting.get(chat)?.[0];
      if (!next) {
        waiting.delete(chat);
        return;
      }
      const pause = next.lane === LANES.reply ? pace.paused() : pace.wait(chat);
      if (stopped || next.leaseUntil - performance.now() - pause < MARGIN_MS) {
        await giveBack(chat, pause);
        return;
      }
      if (pause > 0) {
        // Something more urgent may come meanwhile, so look again rather than send this one.
        await sleep(Math.min(pause, 250));
        continue;
      }
      waiting.get(chat)?.shift();
      const outcome = await send(next);
      await settle(outcome);
      if (outcome.end === 'later') {
        await giveBack(chat, outcome.at.getTime() - db.now().getTime());
        return;
      }
    }
  }

  async function send(message: Held): Promise<Outcome> {
    const { id, dedupeKey, chat, lane, payload } = message;
    pace.sent(chat, lane === LANES.reply);
    try {
      await messenger.deliver(chat, payload as Reply);
      return { id, end: 'sent', dedupeKey };
    } catch (error) {
      const failure: Failure =
        error instanceof DeliveryFailure ? error.failure : { kind: 'rejected' };
      if (failure.kind !== 'unchanged') {
        log.warn({ outboxId: id, chat, failure: failure.kind }, 'message was not delivered');
      }
      if (!(error instanceof DeliveryFailure)) {
        log.error({ outboxId: id, error: errorFacts(error) }, 'message could not be sent');
      }
      await react(chat, failure);
      return outcomeOf(message, failure, db.now(), Math.random());
    }
  }

  /** What a failure means for more than the one message. */
  async function react(chat: string, failure: Failure): Promise<void> {
    if (failure.kind === 'flood') {
      pace.pause(failure.retryAfter * 1000);
    }
    if (failure.kind === 'gone') {
      await db.write(async (tx) => {
        await setLinkState(tx, chat, 'blocked');
        await abandonChat(tx, chat, 'gone');
      });
      waiting.delete(chat);
    }
    if (failure.kind === 'moved') {
      await db.write((tx) => moveChat(tx, chat, failure.to));
    }
    if (failure.kind === 'unauthorised' || failure.kind === 'conflict') {
      stopped = true;
      deps.onFatal(failure.kind);
    }
  }

  async function giveBack(chat: string, ms: number): Promise<void> {
    const messages = waiting.get(chat) ?? [];
    waiting.delete(chat);
    const at = new Date(db.now().getTime() + Math.max(0, ms));
    await Promise.all(
      messages.map(({ id }) => settle({ id, end: 'later', at, counted: false, error: 'waited' })),
    );
  }

  return {
    lease,
    take,
    claim: async () => {
      const room = AHEAD - waiting.size;
      if (stopped || room <= 0 || !(await anythingDue(deps))) {
        return 0;
      }
      const claimed = await db.write((tx) => claimMessages(tx, lease(), room));
      take(claimed);
      return claimed.length;
    },
    idle: async () => {
      while (active.size > 0) {
        await Promise.allSettled(active.values());
      }
    },
    stop: async () => {
      stopped = true;
      await Promise.allSettled(active.values());
    },
  };
}

/** Looks before claiming: an idle sender then never takes the write lock. */
async function anythingDue({ db }: LineDeps): Promise<boolean> {
  const rows = await db.select(
    `SELECT id FROM outbox WHERE state = 'waiting' AND not_before <= :now
        AND (lease_until IS NULL OR lease_until <= :now) LIMIT 1`,
    { now: db.now() },
  );
  return rows.length > 0;
}
