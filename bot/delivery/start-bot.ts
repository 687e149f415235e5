import { setTimeout as sleep } from 'node:timers/promises';
import { releaseLeases } from '../../db/actions/settle-messages.ts';
import { errorFacts } from '../../db/error-facts.ts';
import { createAnswerer, type StoredEvent } from './answer-event.ts';
import type { DeliveryDeps } from './deps.ts';
import { createDispatcher } from './dispatcher.ts';
import { runIntake, unansweredEvents } from './intake.ts';
import { ripenNotices } from './ripen-notices.ts';
import { createSender } from './sender.ts';

// How soon a message that another door queued (the panel, a job) is noticed.
const LOOK_MS = 250;

export type Bot = {
  /** Waits until every event is answered and every message due is out. */
  idle: () => Promise<void>;
  /** Stops fetching, ends what is being answered and sent, and leaves the rest in the database. */
  stop: () => Promise<void>;
};

/**
 * Starts the chain: messenger → inbox → dialogue → one transaction → outbox → messenger. What a
 * crash left behind is taken up first. The one bot process of a database.
 */
export async function startBot(deps: DeliveryDeps): Promise<Bot> {
  const { db, messenger, log } = deps;
  const sender = createSender(deps);
  const answerEvent = createAnswerer(deps, sender.lease);
  const abort = new AbortController();

  const dispatcher = createDispatcher(deps, async (stored: StoredEvent) => {
    const { said, queued } = await answerEvent(stored);
    sender.take(queued);
    if (stored.event.kind === 'press') {
      // Only ends the spinner on the button: a failure here loses nothing.
      messenger.answerPress(stored.event.pressId, said.toast).catch((error) => {
        log.debug({ inboxId: stored.inboxId, error: errorFacts(error) }, 'press was not answered');
      });
    }
  });

  async function look(): Promise<void> {
    await ripenNotices(deps);
    while ((await sender.claim()) > 0) {
      await sleep(0);
    }
  }

  async function keepLooking(): Promise<void> {
    while (!abort.signal.aborted) {
      await look().catch((error) => {
        log.error({ error: errorFacts(error) }, 'could not look for messages');
      });
      await sleep(LOOK_MS, undefined, { signal: abort.signal }).catch(() => undefined);
    }
  }

  await db.write(releaseLeases);
  dispatcher.dispatch(await unansweredEvents(db));
  const looking = keepLooking();
  const fetching = runIntake(deps, dispatcher, abort.signal);

  return {
    idle: async () => {
      await dispatcher.idle();
      await look();
      await sender.idle();
    },
    stop: async () => {
      abort.abort();
      await fetching;
      await dispatcher.stop();
      await looking;
      await sender.stop();
    },
  };
}
