import { Telegram, TelegramError } from 'telegraf';
import { DeliveryFailure, type Messenger } from './messenger.ts';
import { callOf } from './telegram-call.ts';
import { failureOf } from './telegram-failure.ts';
import { ALLOWED_UPDATES, eventOf, type TelegramUpdate } from './telegram-update.ts';

const POLL_SECONDS = 25;
const BATCH = 100; // Telegram's most

/**
 * Telegram by Telegraf's client. Like the other library it would acknowledge before handling, so
 * the events are fetched here and confirmed only when they are stored.
 */
export function telegrafMessenger(token: string, apiRoot: string): Messenger {
  const telegram = new Telegram(token, { apiRoot });
  const call = (method: string, params: object, signal?: AbortSignal): Promise<unknown> =>
    attempt(
      (telegram.callApi as unknown as RawCall).call(telegram, method, params, signal && { signal }),
    );
  return {
    poll: async (position, signal) => {
      const updates = (await call(
        'getUpdates',
        {
          offset: position,
          limit: BATCH,
          timeout: POLL_SECONDS,
          allowed_updates: ALLOWED_UPDATES,
        },
        signal,
      )) as TelegramUpdate[];
      return {
        events: updates.flatMap((update) => eventOf(update) ?? []),
        position: (updates.at(-1)?.update_id ?? position - 1) + 1,
      };
    },
    deliver: async (chat, reply) => {
      const { method, params } = callOf(chat, reply, ({ bytes, name }) => ({
        source: Buffer.from(bytes),
        filename: name,
      }));
      await call(method, params);
    },
    answerPress: async (pressId, toast) => {
      await call('answerCallbackQuery', {
        callback_query_id: pressId,
        ...(toast ? { text: toast, show_alert: true } : {}),
      });
    },
    introduce: async (menu) => {
      const { username } = (await call('getMe', {})) as { username: string };
      await call('setMyCommands', { commands: menu });
      return { username };
    },
  };
}

type RawCall = (
  method: string,
  params: object,
  options?: { signal: AbortSignal },
) => Promise<unknown>;

async function attempt(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    const answered = error instanceof TelegramError;
    throw new DeliveryFailure(answered ? failureOf(error.response) : { kind: 'trouble' }, error);
  }
}
