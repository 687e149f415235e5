import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { LANES, type Lease, type QueuedMessage } from '../../db/actions/queue-messages.ts';
import { setLinkState } from '../../db/actions/set-link-state.ts';
import {
  abandonChat,
  claimMessages,
  moveChat,
  type Outcome,
  releaseLeases,
  settleMessages,
} from '../../db/actions/settle-messages.ts';
import { errorFacts } from '../../db/error-facts.ts';
import {
  anyMessageDue,
  readChatsOfReplies,
  waitsForReply,
} from '../../db/reports/unsent-messages.ts';
import type { Failure } from '../messengers/messenger.ts';
import { createBatcher } from './batcher.ts';
import { createCourier } from './courier.ts';
import type { LineDeps } from './deps.ts';
import { createDocuments } from './documents.ts';
import { createPace } from './pace.ts';

// A document takes 20 s and a call 30 s at most, so a row is sent only with more than that left of
// its lease.
const LEASE_MS = 90_000;
const MARGIN_MS = 55_000;
// What is claimed ahead: one second's worth, so that something urgent never waits for longer.
const AHEAD = 30;
// How long a stop waits for calls that are under way before it cuts them.
const LAST_CALLS_MS = 4_000;
const RETRY_MS = 500;

export type Sender = {
  /** Takes over what a sender that died has left. Before anything else. */
  recover: () => Promise<void>;
  /** A claim for rows that are handed to `take` as soon as their transaction is committed. */
  lease: () => Lease;
  /** Sends replies just queued under that claim. */
  take: (messages: readonly QueuedMessage[]) => void;
  /** Claims what is due in the outbox, whoever put it there. Returns how many rows it took. */
  claim: () => Promise<number>;
  /** Waits until what was taken is sent or given back. */
  idle: () => Promise<void>;
  /** Ends the calls under way, within five seconds, and gives the rest back. */
  stop: () => Promise<void>;
};

/** `fresh` replies come straight from their transaction, not by a claim that keeps the order. */
type Held = QueuedMessage & { leaseUntil: number; fresh: boolean };

/** Sends what is in the outbox: in order for each chat, urgent lanes first, at Telegram's pace. */
export function createSender(deps: LineDeps): Sender {
  const { db, log, meter } = deps;
  const token = randomUUID();
  const pace = createPace(() => performance.now());
  const stopping = new AbortController();
  const cutting = new AbortController();
  // Every call and every wait listens, and there may be many.
  setMaxListeners(0, stopping.signal, cutting.signal);
  const documents = createDocuments();
  const deliver = createCourier(deps, pace, documents, {
    making: stopping.signal,
    calls: cutting.signal,
  });
  const queues = new Map<string, Held[]>();
  // Rows between `hold` and their end: claimed again, as after a jump of the clock, they are ours.
  const held = new Map<number, Held>();
  const draining = new Set<string>();
  const drains = new Set<Promise<void>>();
  const naps = new Map<string, () => void>();
  // Chats with a reply that must be sent before fresh ones, and is in nobody's hands.
  const behind = new Set<string>();

  const settle = createBatcher<Outcome>((outcomes) =>
    db.write((tx) => settleMessages(tx, token, outcomes)),
  );

  const lease = (): Lease => ({ token, until: new Date(db.now().getTime() + LEASE_MS) });

  function hold(messages: readonly QueuedMessage[], fresh: boolean): void {
    const leaseUntil = performance.now() + LEASE_MS;
    for (const message of messages) {
      const { id, chat } = message;
      if (held.has(id)) {
        continue;
      }
      const row = { ...message, leaseUntil, fresh };
      held.set(id, row);
      const queue = queues.get(chat) ?? [];
      queue.push(row);
      queue.sort((left, right) => left.lane - right.lane || left.id - right.id);
      queues.set(chat, queue);
      naps.get(chat)?.();
      if (!draining.has(chat)) {
        draining.add(chat);
        const drained = drain(chat).finally(() => drains.delete(drained));
        drains.add(drained);
      }
    }
  }

  async function drain(chat: string): Promise<void> {
    do {
      for (let next = queues.get(chat)?.[0]; next; next = queues.get(chat)?.[0]) {
        await handleNext(chat, next);
      }
      await catchUp(chat);
    } while (queues.get(chat)?.length);
    // In one go with the look at the queue: a row that comes later starts a new drain.
    queues.delete(chat);
    draining.delete(chat);
  }

  async function handleNext(chat: string, next: Held): Promise<void> {
    const pause = next.lane === LANES.reply ? pace.paused() : pace.wait(chat);
    const expires = next.leaseUntil - performance.now() - pause < MARGIN_MS;
    if (stopping.signal.aborted || expires || (next.fresh && behind.has(chat))) {
      await giveBack(chat, pause);
      return;
    }
    if (pause > 0) {
      await nap(chat, pause);
      return;
    }
    queues.get(chat)?.shift();
    if (takesLong(next)) {
      // Its chat goes on talking meanwhile.
      const sent = send(chat, next).finally(() => drains.delete(sent));
      drains.add(sent);
      return;
    }
    await send(chat, next);
  }

  async function send(chat: string, next: Held): Promise<void> {
    const { outcome, failure } = await deliver(next, !next.fresh || next.attempts > 0);
    if (failure || outcome.end === 'sent') {
      meter?.sent(failure?.kind ?? 'sent');
    }
    await surely(async () => {
      if (failure) {
        await react(chat, failure);
      }
      await settle(outcome);
    });
    held.delete(next.id);
    if (outcome.end === 'later') {
      await giveBack(chat, outcome.at.getTime() - db.now().getTime());
    }
  }

  /** What a failure means for more than the one message. */
  async function react(chat: string, failure: Failure): Promise<void> {
    if (failure.kind === 'gone') {
      const abandoned = queues.get(chat)?.splice(0) ?? [];
      await db.write(async (tx) => {
        await setLinkState(tx, chat, 'blocked');
        await abandonChat(tx, chat, 'gone');
      });
      for (const { id } of abandoned) {
        held.delete(id);
      }
    }
    if (failure.kind === 'moved') {
      await db.write((tx) => moveChat(tx, chat, failure.to));
    }
    if (failure.kind === 'unauthorised' || failure.kind === 'conflict') {
      stopping.abort();
      deps.onFatal(failure.kind);
    }
  }

  /** Leaves what waits for a chat to a later claim, which keeps the order. */
  async function giveBack(chat: string, ms: number): Promise<void> {
    const rows = queues.get(chat)?.splice(0) ?? [];
    behind.add(chat);
    const at = new Date(db.now().getTime() + Math.max(0, ms));
    await Promise.all(
      rows.map(({ id }) =>
        surely(() => settle({ id, end: 'later', at, counted: false, error: 'waited' })),
      ),
    );
    for (const { id } of rows) {
      held.delete(id);
    }
  }

  async function catchUp(chat: string): Promise<void> {
    if (behind.has(chat)) {
      await surely(async () => {
        if (!(await waitsForReply(db, chat))) {
          behind.delete(chat);
        }
      });
    }
  }

  /** What became of a message is written down sooner or later, or else it would be sent again. */
  async function surely(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        log.error({ error: errorFacts(error) }, 'could not write what became of a message');
        if (stopping.signal.aborted) {
          return;
        }
        await sleep(RETRY_MS, undefined, { signal: stopping.signal }).catch(() => undefined);
      }
    }
  }

  /** Waits, unless something comes for the chat that may be more urgent. */
  function nap(chat: string, ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer);
        naps.delete(chat);
        resolve();
      };
      const timer = setTimeout(wake, ms);
      naps.set(chat, wake);
    });
  }

  async function idle(): Promise<void> {
    while (drains.size > 0) {
      await Promise.allSettled(drains);
    }
  }

  return {
    recover: async () => {
      await db.write(releaseLeases);
      for (const chat of await readChatsOfReplies(db)) {
        behind.add(chat);
      }
    },
    lease,
    take: (messages) => hold(messages, true),
    claim: async () => {
      const claimed = [...held.values()].filter(({ fresh }) => !fresh).length;
      const room = AHEAD - claimed;
      if (stopping.signal.aborted || room <= 0 || !(await anyMessageDue(db))) {
        return 0;
      }
      const rows = await db.write((tx) => claimMessages(tx, lease(), room));
      hold(rows, false);
      return rows.length;
    },
    idle,
    stop: async () => {
      stopping.abort();
      for (const wake of naps.values()) {
        wake();
      }
      const cut = setTimeout(() => cutting.abort(), LAST_CALLS_MS);
      await idle();
      clearTimeout(cut);
      await documents.close();
    },
  };
}

/** A document whose making is shown: a large one. */
function takesLong({ payload }: QueuedMessage): boolean {
  return 'meanwhile' in payload;
}
