import type { Event } from '../dialogue/event.ts';

/** The part of a Bot API update that we read; both libraries' types fit it. */
export type TelegramUpdate = {
  update_id: number;
  message?: TelegramMessage | undefined;
  callback_query?:
    | {
        id: string;
        data?: string | undefined;
        from: { id: number };
        message?: { message_id: number; chat: TelegramChat } | undefined;
      }
    | undefined;
  my_chat_member?: { chat: TelegramChat; new_chat_member: { status: string } } | undefined;
};

type TelegramChat = { id: number; type: string };
type TelegramMessage = {
  message_id: number;
  chat: TelegramChat;
  text?: string | undefined;
  caption?: string | undefined;
  /** The same picture in several sizes, the largest last. */
  photo?: TelegramFile[] | undefined;
  document?: TelegramFile | undefined;
  sticker?: unknown;
};
type TelegramFile = {
  file_id: string;
  file_name?: string | undefined;
  mime_type?: string | undefined;
  file_size?: number | undefined;
};

/** The kinds of update to ask for: whatever isn't here never leaves Telegram. */
export const ALLOWED_UPDATES = ['message', 'callback_query', 'my_chat_member'] as const;

/** Turns an update into an event; null for what the dialogue has no use for. */
export function eventOf(update: TelegramUpdate): Event | null {
  const id = `tg:${update.update_id}`;
  const { message, callback_query: query, my_chat_member: member } = update;
  if (message) {
    const chat = chatOf(message.chat);
    const messageId = String(message.message_id);
    if (message.text !== undefined) {
      return { id, chat, kind: 'text', text: message.text, messageId };
    }
    return { id, chat, kind: 'file', ...fileOf(message), messageId };
  }
  if (query?.message) {
    const chat = chatOf(query.message.chat);
    const messageId = String(query.message.message_id);
    return { id, chat, kind: 'press', data: query.data ?? '', messageId, pressId: query.id };
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

function fileOf({ photo, document, sticker, caption }: TelegramMessage): FileParts {
  const written = caption === undefined ? {} : { caption };
  const largest = photo?.at(-1);
  if (largest) {
    return { file: 'photo', ...partsOf({ ...largest, mime_type: 'image/jpeg' }), ...written };
  }
  if (document) {
    return { file: 'document', ...partsOf(document), ...written };
  }
  return { file: sticker ? 'sticker' : 'other', ...written };
}

type FileParts = Omit<Event & { kind: 'file' }, 'id' | 'chat' | 'kind' | 'messageId'>;

function partsOf({ file_id, file_name, mime_type, file_size }: TelegramFile) {
  return {
    fileId: file_id,
    ...(file_name === undefined ? {} : { name: file_name }),
    ...(mime_type === undefined ? {} : { mime: mime_type }),
    ...(file_size === undefined ? {} : { size: file_size }),
  };
}
