import { LANES, type QueuedMessage } from '../../db/actions/queue-messages.ts';
import type { Outcome } from '../../db/actions/settle-messages.ts';
import { errorFacts } from '../../db/error-facts.ts';
import type { DrawnFile, Reply } from '../dialogue/reply.ts';
import { DeliveryFailure, type Failure } from '../messengers/messenger.ts';
import type { LineDeps } from './deps.ts';
import type { Documents } from './documents.ts';
import { CalledOff, makeInSight } from './make-in-sight.ts';
import { outcomeOf } from './outcome.ts';
import type { Pace } from './pace.ts';
import { readyReply } from './ready-reply.ts';

/** What became of a message; `failure` is null if it arrived or wasn't wanted any more. */
export type Delivered = { outcome: Outcome; failure: Failure | null };

/**
 * Hands one message to the messenger at the pace and says what became of it. Never throws, and logs
 * ids only. Aborted signals cut off what is
 * being made, which is made anew another time, and what is being called. `again` is true where an earlier try, of this
 * process or one that died, may have come to something.
 */
export function createCourier(
  deps: LineDeps,
  pace: Pace,
  documents: Documents,
  { making, calls }: { making: AbortSignal; calls: AbortSignal },
): (message: QueuedMessage, again: boolean) => Promise<Delivered> {
  const { db, messenger, log } = deps;

  return async (message, again) => {
    const { id, dedupeKey, chat, lane } = message;
    const reply = message.payload as Reply;
    const meanwhile = 'text' in reply ? reply.meanwhile : undefined;
    const make = (file: DrawnFile) =>
      meanwhile
        ? makeInSight({ ...deps, documents, pace }, { id, chat, again }, meanwhile, file, making)
        : documents.make(file, making);
    pace.sent(chat, lane === LANES.reply);
    try {
      await messenger.deliver(chat, await readyReply(reply, make), calls);
      return { outcome: { id, end: 'sent', dedupeKey }, failure: null };
    } catch (error) {
      if (error instanceof CalledOff) {
        return { outcome: { id, end: 'dead', error: 'called-off' }, failure: null };
      }
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
