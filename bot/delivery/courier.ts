import { LANES, type QueuedMessage } from '../../db/actions/queue-messages.ts';
import type { Outcome } from '../../db/actions/settle-messages.ts';
import { errorFacts } from '../../db/error-facts.ts';
import type { DrawnFile, Reply } from '../dialogue/reply.ts';
import { DeliveryFailure, type Failure } from '../messengers/messenger.ts';
import type { LineDeps } from './deps.ts';
import type { Documents } from './documents.ts';
import { outcomeOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { readyReply } from './ready-reply.ts';

/** What became of a message; `failure` is null if it arrived. */
export type Delivered = { outcome: Outcome; failure: Failure | null };

/**
 * Hands one message to the messenger at the pace and says what became of it. Never throws, and logs
 * ids only. An aborted `signal` cuts the call off.
 */
export function createCourier(
  { db, messenger, log }: LineDeps,
  pace: Pace,
  documents: Documents,
  signal: AbortSignal,
): (message: QueuedMessage) => Promise<Delivered> {
  return async (message) => {
    const { id, dedupeKey, chat, lane, payload } = message;
    pace.sent(chat, lane === LANES.reply);
    try {
      const make = (file: DrawnFile) => documents.make(file, signal);
      await messenger.deliver(chat, await readyReply(payload as Reply, make), signal);
      return { outcome: { id, end: 'sent', dedupeKey }, failure: null };
    } catch (error) {
      const failure: Failure =
        error instanceof DeliveryFailure ? error.failure : { kind: 'rejected' };
      if (failure.kind === 'flood') {
        pace.pause(failure.retryAfter * 1000);
      }
      note(message, failure, error);
      return { outcome: outcomeOf(message, failure, db.now(), Math.random()), failure };
    }
  };

  function note({ id, chat, lane, attempts }: QueuedMessage, failure: Failure, error: unknown) {
    if (failure.kind === 'unchanged') {
      return;
    }
    // What Telegram takes for a mistake is one of ours; the rest is life.
    const ours = failure.kind === 'rejected' || failure.kind === 'markup';
    log[ours ? 'error' : 'warn'](
      { outboxId: id, chat, lane, attempts, failure: failure.kind, error: errorFacts(error) },
      'message was not delivered',
    );
  }
}
