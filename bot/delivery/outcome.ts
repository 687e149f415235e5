import type { QueuedMessage } from '../../db/actions/queue-messages.ts';
import type { Outcome } from '../../db/actions/settle-messages.ts';
import type { Reply } from '../dialogue/reply.ts';
import type { Failure } from '../messengers/messenger.ts';
import { plainText } from '../views/html.ts';

const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 600_000;
// From 2 s to 10 min, on the average three quarters of that: a day, as long as Telegram keeps updates.
const ATTEMPTS = 200;
// A chat moves once in its life; a few attempts more are for what failed before.
const MOVES = 10;

/**
 * What becomes of a message that was not delivered. `now` is the moment of failure, `chance` a
 * random number in [0, 1) that spreads the repeats.
 */
export function outcomeOf(
  message: QueuedMessage,
  failure: Failure,
  now: Date,
  chance: number,
): Outcome {
  const { id, attempts } = message;
  const error = failure.kind;
  const later = (ms: number, counted: boolean, payload?: object): Outcome => ({
    id,
    end: 'later',
    at: new Date(now.getTime() + ms),
    counted,
    error,
    ...(payload ? { payload } : {}),
  });
  switch (failure.kind) {
    case 'unchanged':
      return { id, end: 'sent' };
    case 'flood':
      return later(failure.retryAfter * 1000, false);
    case 'trouble':
      return attempts >= ATTEMPTS
        ? { id, end: 'dead', error }
        : later(backoff(attempts, chance), true);
    case 'moved':
      return attempts >= MOVES ? { id, end: 'dead', error } : later(0, true);
    case 'markup': {
      const plain = plainly(message.payload);
      return plain ? later(0, true, plain) : { id, end: 'dead', error };
    }
    case 'target-lost':
      return afresh(message, later);
    case 'unauthorised':
    case 'conflict':
      return later(0, false);
    case 'gone':
    case 'rejected':
      return { id, end: 'dead', error };
  }
}

function backoff(attempts: number, chance: number): number {
  const step = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(attempts, 12));
  return step / 2 + (step / 2) * chance;
}

/** A screen that can't be edited any more is said as a new message; a removed one is removed. */
function afresh(
  { id, payload }: QueuedMessage,
  later: (ms: number, counted: boolean, payload?: object) => Outcome,
): Outcome {
  const reply = payload as Reply;
  if (!('text' in reply)) {
    return { id, end: 'sent' };
  }
  const { replace: _lost, ...fresh } = reply;
  return later(0, true, fresh);
}

/** The words without markup, or null if there is none to take away. */
function plainly(payload: object): object | null {
  const reply = payload as Reply;
  if (!('text' in reply)) {
    return null;
  }
  const text = plainText(reply.text);
  return text === reply.text ? null : { ...reply, text };
}
