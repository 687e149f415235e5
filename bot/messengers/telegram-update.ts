import type { Event, FileFacts } from '../dialogue/event.ts';
import type { Polled } from './messenger.ts';

/** The part of a Bot API update that we read; both libraries' types fit it. */
export type TelegramUpdate = {
  update_id: number;
  message?: TelegramMessage | undefined;
  callback_query?:
    | {
        id: string;
        data?: string | undefined;
        from: { id: number };
        message?:
          | { message_id: number; chat: TelegramChat; photo?: unknown; document?: unknown }
          | undefined;
      }
    | undefined;
  my_chat_member?: { chat: TelegramChat; new_chat_member: { status: string } } | undefined;
};

type TelegramChat = { id: number; type: string };
type TelegramFile = { file_id: string; file_size?: number | undefined };
type TelegramMessage = {
  message_id: number;
  chat: TelegramChat;
  text?: string | undefined;
  caption?: string | undefined;
  media_group_id?: string | undefined;
  /** One photo in several sizes, the largest last. */
  photo?: TelegramFile[] | undefined;
  document?:
    | (TelegramFile & { file_name?: string | undefined; mime_type?: string | undefined })
    | undefined;
  sticker?: unknown;
};

/** The kinds of update to ask for: whatever isn't here never leaves Telegram. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/**
 * A batch as events, and where to go on. Nothing at all means that all we had is confirmed, and then
 * 0 is asked for: after a week of silence Telegram numbers anew, maybe lower than where we were.
 */
export function polledOf(updates: readonly TelegramUpdate[]): Polled {
  const last = updates.at(-1);
  return {
    events: updates.flatMap((update) => eventOf(update) ?? []),
    position: last ? last.update_id + 1 : 0,
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

function chatOf({ id, type }: TelegramChat): Event['chat'] {
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
