import { Telegram, TelegramError } from 'telegraf';
import { DeliveryFailure, type Messenger } from './messenger.ts';
import { callOf } from './telegram-call.ts';
import { failureOf } from './telegram-failure.ts';
import { downloadFile, type TelegramFile } from './telegram-file.ts';
import { BATCH, CALL_SECONDS, POLL_SECONDS } from './telegram-limits.ts';
import { ALLOWED_UPDATES, polledOf } from './telegram-update.ts';

/**
 * Telegram by Telegraf's client. Like the other library it would acknowledge before handling, so
 * the events are fetched here and confirmed only when they are stored.
 */
export function telegrafMessenger(token: string, apiRoot: string): Messenger {
  const telegram = new Telegram(token, { apiRoot });
  const rawCall = telegram.callApi.bind(telegram) as unknown as RawCall;
  const call = (method: string, params: object, stop?: AbortSignal): Promise<unknown> =>
    inTime((signal) => attempt(rawCall(method, params, { signal })), stop);
  return {
    poll: async (position, signal) => {
      const updates = await call(
        'getUpdates',
        {
          offset: position,
          limit: BATCH,
          timeout: POLL_SECONDS,
          allowed_updates: ALLOWED_UPDATES,
        },
        signal,
      );
      return polledOf(updates as unknown[]);
    },
    deliver: async (chat, reply, signal) => {
      const { method, params } = callOf(chat, reply, ({ bytes, name }) => ({
        source: Buffer.from(bytes),
        filename: name,
      }));
      await call(method, params, signal);
    },
    answerPress: async (pressId, toast, signal) => {
      const shown = toast ? { text: toast, show_alert: true } : {};
      await call('answerCallbackQuery', { callback_query_id: pressId, ...shown }, signal);
    },
    fetchFile: async (fileId, signal) => {
      const file = await call('getFile', { file_id: fileId }, signal);
      return downloadFile({ token, apiRoot }, file as TelegramFile, signal);
    },
    introduce: async (menu) => {
      const { username } = (await call('getMe', {})) as { username: string };
      // An address left by another program would refuse every fetch.
      await call('deleteWebhook', {});
      await call('setMyCommands', { commands: menu });
      return { username };
    },
  };
}

type RawCall = (
  method: string,
  params: object,
  options: { signal: AbortSignal },
) => Promise<unknown>;

/** Cuts a call off when it hangs: Telegraf itself would wait for more than eight minutes. */
async function inTime<T>(
  call: (signal: AbortSignal) => Promise<T>,
  stop?: AbortSignal,
): Promise<T> {
  const late = new AbortController();
  const cut = () => late.abort();
  const timer = setTimeout(cut, CALL_SECONDS * 1000);
  stop?.addEventListener('abort', cut);
  if (stop?.aborted) {
    cut();
  }
  try {
    return await call(late.signal);
  } finally {
    clearTimeout(timer);
    stop?.removeEventListener('abort', cut);
  }
}

async function attempt(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof TelegramError) {
      throw new DeliveryFailure(failureOf(error.response), error);
    }
    // The network, a call cut off, or an answer that isn't Telegram's.
    if (error instanceof Error && /^(Fetch|Abort)Error$/.test(error.name)) {
      throw new DeliveryFailure({ kind: 'trouble' }, error);
    }
    throw error;
  }
}
