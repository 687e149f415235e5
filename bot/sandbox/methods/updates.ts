import { conflict } from '../api-error.ts';
import { LONG_POLL_SECONDS } from '../limits.ts';
import { flagParam, integerParam, jsonParam, type Params, textParam } from '../params.ts';
import { checkWebhook } from '../webhook.ts';
import type { Method, MethodContext } from './method.ts';

export const getUpdates: Method = (params, context) => {
  if (context.webhook.active()) {
    throw conflict(
      "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
    );
  }
  allowUpdates(params, context);
  return context.longPoll.read({
    offset: integerParam(params, 'offset') ?? 0,
    limit: clamp(integerParam(params, 'limit') ?? 100, 1, 100),
    seconds: clamp(integerParam(params, 'timeout') ?? 0, 0, LONG_POLL_SECONDS),
    gone: context.gone,
  });
};

export const setWebhook: Method = (params, context) => {
  const url = textParam(params, 'url') ?? '';
  if (url === '') {
    return deleteWebhook(params, context);
  }
  const secret = textParam(params, 'secret_token') || undefined;
  checkWebhook(url, secret);
  allowUpdates(params, context);
  dropPending(params, context);
  context.longPoll.terminate('setWebhook request');
  const maxConnections = clamp(integerParam(params, 'max_connections') ?? 40, 1, 100);
  context.webhook.set({ url, secret, maxConnections });
  return true;
};

export const deleteWebhook: Method = (params, context) => {
  dropPending(params, context);
  context.webhook.remove();
  return true;
};

export const getWebhookInfo: Method = (_params, { webhook }) => webhook.info();

function dropPending(params: Params, { state }: MethodContext) {
  if (flagParam(params, 'drop_pending_updates')) {
    state.updates.clear();
  }
}

/** Absent: the setting of the last call stays. */
function allowUpdates(params: Params, { state }: MethodContext) {
  const kinds = jsonParam(params, 'allowed_updates', 'allowed_updates');
  if (Array.isArray(kinds)) {
    state.updates.allow(kinds.map(String));
  }
}

function clamp(value: number, from: number, to: number): number {
  return Math.min(to, Math.max(from, value));
}
