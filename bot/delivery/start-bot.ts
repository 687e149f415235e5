import { setMaxListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { errorFacts } from '../../db/error-facts.ts';
import { createAnswerer, type StoredEvent } from './answer-event.ts';
import type { DeliveryDeps } from './deps.ts';
import { createDispatcher } from './dispatcher.ts';
import { runIntake, unansweredEvents } from './intake.ts';
import { ripenNotices } from './ripen-notices.ts';
import { createSender } from './sender.ts';
import { tellAskersOfAnswers } from './tell-askers.ts';

// How soon a message that another door queued (the panel, a job) is noticed.
const LOOK_MS = 250;

export type Bot = {
  /** Waits until every event is answered and every message due is out. */
  idle: () => Promise<void>;
  /**
   * Stops fetching, ends what is being answered and sent, and leaves the rest in the database. A
   * messenger that hangs delays it by five seconds at most.
   */
  stop: () => Promise<void>;
};

/**
 * Starts the chain: messenger → inbox → dialogue → one transaction → outbox → messenger. What a
 * crash left behind is taken up first. The one bot process of a database.
 */
export async function startBot(options: DeliveryDeps): Promise<Bot> {
  const deps = { ...options, onFatal: once(options.onFatal) };
  const { db, messenger, log } = deps;
  const sender = createSender(deps);
  const abort = new AbortController();
  const answerEvent = createAnswerer({ ...deps, fetchFile }, sender.lease);
  // Every press that is being ended listens.
  setMaxListeners(0, abort.signal);
  const pressing = new Set<Promise<void>>();

  const dispatcher = createDispatcher(deps, async (stored: StoredEvent) => {
    const { said, queued } = await answerEvent(stored);
    sender.take(queued);
    if (stored.event.kind === 'press') {
      const ended = endPress(stored.event.pressId, said.toast).finally(() =>
        pressing.delete(ended),
      );
      pressing.add(ended);
    }
  });

  /** Ends the spinner on a button. A failure loses a remark at most, so nothing waits for it. */
  async function endPress(pressId: string, toast: string | undefined): Promise<void> {
    try {
      await messenger.answerPress(pressId, toast, abort.signal);
    } catch (error) {
      log.debug({ error: errorFacts(error) }, 'press was not answered');
    }
  }

  /** A file that can't be had is said to whoever sent it: they can send it once more. */
  async function fetchFile(fileId: string): Promise<Uint8Array | null> {
    try {
      return await messenger.fetchFile(fileId, abort.signal);
    } catch (error) {
      log.warn({ error: errorFacts(error) }, 'file was not fetched');
      return null;
    }
  }

  async function look(): Promise<void> {
    await ripenNotices(deps);
    await tellAskersOfAnswers(deps);
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

  await sender.recover();
  dispatcher.dispatch(await unansweredEvents(db));
  const looking = keepLooking();
  const fetching = runIntake(deps, dispatcher, abort.signal);

  return {
    idle: async () => {
      await dispatcher.idle();
      await look();
      await sender.idle();
      await Promise.all(pressing);
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

/** Several calls may fail for the same reason; the process ends once. */
function once(onFatal: DeliveryDeps['onFatal']): DeliveryDeps['onFatal'] {
  let told = false;
  return (reason) => {
    if (!told) {
      told = true;
      onFatal(reason);
    }
  };
}
