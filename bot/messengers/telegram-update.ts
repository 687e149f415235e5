import { z } from 'zod';
import type { Event, FileFacts } from '../dialogue/event.ts';
import { DeliveryFailure, type Polled } from './messenger.ts';

const CHAT = z.object({ id: z.int(), type: z.string() });
const FILE = { file_id: z.string(), file_size: z.number().optional() };
const MESSAGE = z.object({
  message_id: z.int(),
  chat: CHAT,
  text: z.string().optional(),
  caption: z.string().optional(),
  media_group_id: z.string().optional(),
  /** One photo in several sizes, the largest last. */
  photo: z.array(z.object(FILE)).optional(),
  document: z
    .object({ ...FILE, file_name: z.string().optional(), mime_type: z.string().optional() })
    .optional(),
  sticker: z.unknown().optional(),
});
const CALLBACK_QUERY = z.object({
  id: z.string(),
  data: z.string().optional(),
  message: z
    .object({
      message_id: z.int(),
      chat: CHAT,
      photo: z.unknown().optional(),
      document: z.unknown().optional(),
    })
    .optional(),
});

/** The part of a Bot API update that we read. */
const UPDATE = z.object({
  update_id: z.int(),
  message: MESSAGE.optional(),
  callback_query: CALLBACK_QUERY.optional(),
  my_chat_member: z
    .object({ chat: CHAT, new_chat_member: z.object({ status: z.string() }) })
    .optional(),
});

const NUMBERED = UPDATE.pick({ update_id: true });

type TelegramUpdate = z.infer<typeof UPDATE>;
type TelegramMessage = z.infer<typeof MESSAGE>;

/** The kinds of update to ask for: whatever isn't here never leaves Telegram. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/**
 * A batch as events, and where to go on. What is no update by the Bot API is passed over: it must not
 * hold up whoever comes after it; an answer of nothing else is trouble. Nothing at all means that all we had is confirmed, and then 0 is
 * asked for: after a week of silence Telegram numbers anew, maybe lower than where we were.
 */
export function polledOf(updates: readonly unknown[]): Polled {
  const read = updates.map((update) => UPDATE.safeParse(update).data);
  const ids = updates.flatMap((update) => NUMBERED.safeParse(update).data?.update_id ?? []);
  if (updates.length > 0 && ids.length === 0) {
    throw new DeliveryFailure({ kind: 'trouble' }, null);
  }
  return {
    events: read.flatMap((update) => (update && eventOf(update)) ?? []),
    position: ids.length > 0 ? Math.max(...ids) + 1 : 0,
    unread: read.filter((update) => update === undefined).length,
  };
}

/** Turns an update into an event; null for what the dialogue has no use for. */
function eventOf(update: TelegramUpdate): Event | null {
  const id = `tg:${update.update_id}`;
  const { message, callback_query: query, my_chat_member: member } = update;
  if (message) {
    const chat = chatOf(message.chat);
    const messageId = String(message.message_id);
    if (message.text !== undefined) {
      return { id, chat, kind: 'text', text: message.text, messageId };
    }
    const { caption, media_group_id: album } = message;
    return {
      id,
      chat,
      kind: 'file',
      file: fileOf(message),
      messageId,
      ...factsOf(message),
      ...(caption === undefined ? {} : { caption }),
      ...(album === undefined ? {} : { album }),
    };
  }
  if (query?.message) {
    const chat = chatOf(query.message.chat);
    const messageId = String(query.message.message_id);
    const pressed = { data: query.data ?? '', messageId, pressId: query.id };
    const onFile = query.message.photo !== undefined || query.message.document !== undefined;
    return { id, chat, kind: 'press', ...pressed, ...(onFile ? { onFile } : {}) };
  }
  if (member && member.chat.type === 'private') {
    const gone = member.new_chat_member.status === 'kicked';
    return { id, chat: chatOf(member.chat), kind: gone ? 'blocked' : 'unblocked' };
  }
  return null;
}

function chatOf({ id, type }: z.infer<typeof CHAT>): Event['chat'] {
  return { address: `tg:${id}`, private: type === 'private' };
}

function fileOf({ photo, document, sticker }: TelegramMessage) {
  if (photo) {
    return 'photo';
  }
  if (document) {
    return 'document';
  }
  return sticker ? 'sticker' : 'other';
}

function factsOf({ photo, document }: TelegramMessage): FileFacts {
  const file = photo?.at(-1) ?? document;
  if (!file) {
    return {};
  }
  const name = photo ? undefined : document?.file_name;
  const mime = photo ? 'image/jpeg' : document?.mime_type;
  return {
    fileId: file.file_id,
    ...(name === undefined ? {} : { name }),
    ...(mime === undefined ? {} : { mime }),
    ...(file.file_size === undefined ? {} : { size: file.file_size }),
  };
}
