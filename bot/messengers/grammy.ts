import { Api, GrammyError, HttpError, InputFile } from 'grammy';
import { DeliveryFailure, type Messenger } from './messenger.ts';
import { callOf, type Upload } from './telegram-call.ts';
import { failureOf } from './telegram-failure.ts';
import { downloadFile } from './telegram-file.ts';
import { BATCH, CALL_SECONDS, POLL_SECONDS } from './telegram-limits.ts';
import { ALLOWED_UPDATES, polledOf } from './telegram-update.ts';

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
          asGrammy(signal),
        ),
      );
      return polledOf(updates);
    },
    deliver: async (chat, reply, signal) => {
      const upload = ({ bytes, name }: Parameters<Upload>[0]) => new InputFile(bytes, name);
      const { method, params } = callOf(chat, reply, upload);
      await attempt((api.raw[method] as RawCall)(params, asGrammy(signal)));
    },
    answerPress: async (pressId, toast, signal) => {
      const shown = toast ? { text: toast, show_alert: true } : {};
      await attempt(api.answerCallbackQuery(pressId, shown, asGrammy(signal)));
    },
    fetchFile: async (fileId, signal) => {
      const file = await attempt(api.getFile(fileId, asGrammy(signal)));
      return downloadFile({ token, apiRoot }, file, signal);
    },
    introduce: async (menu) => {
      const { username } = await attempt(api.getMe());
      // An address left by another program would refuse every fetch.
      await attempt(api.deleteWebhook());
      await attempt(api.setMyCommands([...menu]));
      return { username };
    },
  };
}

type GrammySignal = Parameters<Api['deleteWebhook']>[1];
type RawCall = (params: object, signal: GrammySignal) => Promise<unknown>;

/** grammY's types are of an older AbortSignal; it is the same object. */
function asGrammy(signal: AbortSignal): GrammySignal {
  return signal as unknown as GrammySignal;
}

async function attempt<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GrammyError) {
      throw new DeliveryFailure(failureOf(error), error);
    }
    if (error instanceof HttpError) {
      throw new DeliveryFailure({ kind: 'trouble' }, error.error);
    }
    throw error;
  }
}
