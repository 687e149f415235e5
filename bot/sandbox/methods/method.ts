import type { LongPoll } from '../long-poll.ts';
import type { Params } from '../params.ts';
import type { State } from '../state.ts';
import type { Webhook } from '../webhook.ts';

/** What a method may use; `gone` aborts when the caller hangs up. */
export type MethodContext = {
  state: State;
  longPoll: LongPoll;
  webhook: Webhook;
  gone: AbortSignal;
};

/** One method of the Bot API: returns `result`, throws ApiError. */
export type Method = (params: Params, context: MethodContext) => unknown;
