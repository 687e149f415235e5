import { Api, GrammyError, HttpError, InputFile } from 'grammy';
import { DeliveryFailure, type Messenger } from './messenger.ts';
import { callOf } from './telegram-call.ts';
import { failureOf } from './telegram-failure.ts';
import { ALLOWED_UPDATES, eventOf } from './telegram-update.ts';

const POLL_SECONDS = 25;
// A call that hangs longer than this is taken for lost; it is well inside a message's lease.
const CALL_SECONDS = 30;
const BATCH = 100; // Telegram's most

/**
 * Telegram by grammY's client. Its own runner and polling acknowledge updates before they are
 * handled, so the events are fetched here and confirmed only when they are stored.
 */
export function grammyMessenger(token: string, apiRoot: string): Messenger {
  const api = new Api(token, { apiRoot, timeoutSeconds: CALL_SECONDS });
  return {
    poll: async (position, signal) => {
      const updates = await attempt(
        api.getUpdates(
          {
            offset: position,
            limit: BATCH,
            timeout: POLL_SECONDS,
            allowed_updates: ALLOWED_UPDATES,
          },
          // grammY's types are of an older AbortSignal; it is the same object.
          signal as unknown as Parameters<typeof api.getUpdates>[1],
        ),
      );
      return {
        events: updates.flatMap((update) => eventOf(update) ?? []),
        position: (updates.at(-1)?.update_id ?? position - 1) + 1,
      };
    },
    deliver: async (chat, reply) => {
      const { method, params } = callOf(
        chat,
        reply,
        ({ bytes, name }) => new InputFile(bytes, name),
      );
      await attempt((api.raw[method] as (params: unknown) => Promise<unknown>)(params));
    },
    answerPress: async (pressId, toast) => {
      await attempt(
        api.answerCallbackQuery(pressId, toast ? { text: toast, show_alert: true } : {}),
      );
    },
    introduce: async (menu) => {
      const { username } = await attempt(api.getMe());
      await attempt(api.setMyCommands([...menu]));
      return { username };
    },
  };
}

async function attempt<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GrammyError) {
      throw new DeliveryFailure(failureOf(error), error);
    }
    if (error instanceof HttpError) {
      throw new DeliveryFailure({ kind: 'trouble' }, error);
    }
    throw error;
  }
}
