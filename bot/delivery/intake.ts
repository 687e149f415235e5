import { setTimeout as sleep } from 'node:timers/promises';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import { errorFacts } from '../../db/error-facts.ts';
import type { Db } from '../../db/open.ts';
import type { Event } from '../dialogue/event.ts';
import { DeliveryFailure } from '../messengers/messenger.ts';
import type { StoredEvent } from './answer-event.ts';
import type { LineDeps } from './deps.ts';
import type { Dispatcher } from './dispatcher.ts';

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 30_000;
// More unanswered events than this stay with the messenger until there is room.
const BACKLOG = 1_000;

/** Events that were stored and not answered yet, as after a crash, oldest first. */
export async function unansweredEvents(db: Db): Promise<StoredEvent[]> {
  const rows = await db.select<{ id: number; payload: string }>(
    "SELECT id, payload FROM inbox WHERE state = 'new' ORDER BY id",
  );
  return rows.map(({ id, payload }) => ({ inboxId: id, event: JSON.parse(payload) as Event }));
}

/**
 * Fetches events until aborted: each batch is stored, then dispatched, and only the next fetch tells
 * the messenger that it arrived.
 */
export async function runIntake(
  deps: LineDeps,
  dispatcher: Dispatcher,
  signal: AbortSignal,
): Promise<void> {
  const { db, messenger, log, meter } = deps;
  const wait = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
  let position = 0;
  let pause = FIRST_RETRY_MS;
  while (!signal.aborted) {
    try {
      const polled = await messenger.poll(position, signal);
      meter?.fetched();
      if (polled.unread > 0) {
        log.warn({ unread: polled.unread }, 'updates that nobody can read were passed over');
      }
      const stored = await store(db, polled.events);
      position = polled.position;
      dispatcher.dispatch(stored);
      pause = FIRST_RETRY_MS;
      while (dispatcher.size() > BACKLOG && !signal.aborted) {
        await wait(10);
      }
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const failure = error instanceof DeliveryFailure ? error.failure : null;
      if (failure?.kind === 'unauthorised' || failure?.kind === 'conflict') {
        deps.onFatal(failure.kind);
        return;
      }
      log.warn({ failure: failure?.kind, error: errorFacts(error) }, 'could not fetch events');
      await wait(failure?.kind === 'flood' ? failure.retryAfter * 1000 : pause);
      pause = Math.min(pause * 2, LAST_RETRY_MS);
    }
  }
}

async function store(db: Db, events: readonly Event[]): Promise<StoredEvent[]> {
  if (events.length === 0) {
    return [];
  }
  const ids = await db.write((tx) =>
    receiveEvents(
      tx,
      events.map((event) => ({ eventId: event.id, chat: event.chat.address, payload: event })),
    ),
  );
  return events.flatMap((event) => {
    const inboxId = ids.get(event.id);
    return inboxId === undefined ? [] : [{ inboxId, event }];
  });
}
