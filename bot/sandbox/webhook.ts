import { badRequest } from './api-error.ts';
import { type State, unixNow } from './state.ts';
import type { WireUpdate } from './wire.ts';

export type WebhookSettings = {
  url: string;
  secret: string | undefined;
  maxConnections: number;
};

export type Webhook = {
  set(settings: WebhookSettings): void;
  remove(): void;
  active(): boolean;
  /** The result of getWebhookInfo. */
  info(): Record<string, unknown>;
};

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 5_000;
const ANSWER_TIMEOUT_MS = 60_000;

/**
 * Delivers updates to the address of setWebhook: one at a time within a chat, chats side by side, again with a growing
 * pause after an answer other than 2xx. `invoke` runs a method that the answer's body asks for.
 */
export function createWebhook(
  state: State,
  invoke: (method: string, values: Record<string, unknown>) => Promise<unknown>,
): Webhook {
  let settings: WebhookSettings | undefined;
  let busy = new Set<number>();
  let timers = new Set<NodeJS.Timeout>();
  let lastError: { date: number; message: string } | undefined;
  state.updates.onPush(pump);

  function pump() {
    const chosen = settings;
    if (!chosen) {
      return;
    }
    for (const update of state.updates.all()) {
      const chatId = chatOf(update);
      if (busy.size >= chosen.maxConnections) {
        return;
      }
      if (!busy.has(chatId)) {
        busy.add(chatId);
        void deliver(update, chatId, chosen, FIRST_RETRY_MS);
      }
    }
  }

  async function deliver(
    update: WireUpdate,
    chatId: number,
    to: WebhookSettings,
    pauseMs: number,
  ): Promise<void> {
    const failure = await post(update, to);
    if (settings !== to) {
      return;
    }
    if (failure === undefined) {
      state.updates.remove(update.update_id);
      busy.delete(chatId);
      pump();
      return;
    }
    lastError = { date: unixNow(state), message: failure };
    const timer = setTimeout(() => {
      timers.delete(timer);
      void deliver(update, chatId, to, Math.min(pauseMs * 2, LAST_RETRY_MS));
    }, pauseMs);
    timers.add(timer);
  }

  async function post(update: WireUpdate, to: WebhookSettings): Promise<string | undefined> {
    try {
      const response = await fetch(to.url, {
        method: 'POST',
        redirect: 'manual',
        headers: {
          'content-type': 'application/json',
          ...(to.secret !== undefined && { 'x-telegram-bot-api-secret-token': to.secret }),
        },
        body: JSON.stringify(update),
        signal: AbortSignal.timeout(ANSWER_TIMEOUT_MS),
      });
      const body = await response.text();
      if (!response.ok) {
        return `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      }
      await runReply(body);
      return undefined;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }

  /** A bot may answer an update with a method call in the body; its result and its errors are shown to nobody. */
  async function runReply(body: string): Promise<void> {
    if (!/^\s*\{/.test(body)) {
      return;
    }
    const { method, ...values } = JSON.parse(body) as Record<string, unknown>;
    if (typeof method === 'string') {
      await invoke(method, values).catch(() => undefined);
    }
  }

  function reset() {
    for (const timer of timers) {
      clearTimeout(timer);
    }
    settings = undefined;
    busy = new Set();
    timers = new Set();
    lastError = undefined;
  }

  return {
    set(wanted) {
      reset();
      settings = wanted;
      pump();
    },
    remove: reset,
    active: () => settings !== undefined,
    info: () => ({
      url: settings?.url ?? '',
      has_custom_certificate: false,
      pending_update_count: state.updates.all().length,
      ...(settings && { max_connections: settings.maxConnections }),
      ...(lastError && { last_error_date: lastError.date, last_error_message: lastError.message }),
      ...(state.updates.allowed().length > 0 && { allowed_updates: state.updates.allowed() }),
    }),
  };
}

/** Checks the parameters of setWebhook. Unlike Telegram, plain http is admitted, as the local Bot API server does. */
export function checkWebhook(url: string, secret: string | undefined): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw badRequest('bad webhook: invalid webhook URL specified');
  }
  if (secret !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(secret)) {
    throw badRequest('secret token contains unallowed characters');
  }
}

function chatOf(update: WireUpdate): number {
  if ('message' in update) {
    return update.message.chat.id;
  }
  if ('callback_query' in update) {
    return update.callback_query.message.chat.id;
  }
  return update.my_chat_member.chat.id;
}
