import type { Reply } from '../dialogue/reply.ts';

/** A reply as a Bot API call: method and parameters, the same for every library. */
export type TelegramCall =
  | { method: 'sendMessage'; params: { chat_id: number; text: string; parse_mode: 'HTML' } & Extra }
  | {
      method: 'editMessageText';
      params: { chat_id: number; message_id: number; text: string; parse_mode: 'HTML' } & Extra;
    }
  | { method: 'sendPhoto'; params: { photo: string } & Captioned }
  | { method: 'sendDocument'; params: { document: string } & Captioned }
  | { method: 'deleteMessage'; params: { chat_id: number; message_id: number } }
  | { method: 'setMyCommands'; params: MenuParams };

type Extra = { link_preview_options: { is_disabled: true } } & Keyboard;
type Captioned = { chat_id: number; caption: string; parse_mode: 'HTML' } & Keyboard;
type Keyboard = {
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
};

type MenuParams = {
  commands: { command: string; description: string }[];
  scope: { type: 'chat'; chat_id: number };
};

export function callOf(chat: string, reply: Reply): TelegramCall {
  const chat_id = Number(chat.slice('tg:'.length));
  if ('remove' in reply) {
    return { method: 'deleteMessage', params: { chat_id, message_id: Number(reply.remove) } };
  }
  if ('menu' in reply) {
    const commands = reply.menu.map(({ command, description }) => ({ command, description }));
    return { method: 'setMyCommands', params: { commands, scope: { type: 'chat', chat_id } } };
  }
  const keyboard = reply.buttons
    ? { reply_markup: { inline_keyboard: keyboardOf(reply.buttons) } }
    : {};
  if (reply.file) {
    const { kind, fileId } = reply.file;
    const captioned = { chat_id, caption: reply.text, parse_mode: 'HTML' as const, ...keyboard };
    return kind === 'photo'
      ? { method: 'sendPhoto', params: { ...captioned, photo: fileId } }
      : { method: 'sendDocument', params: { ...captioned, document: fileId } };
  }
  const params = {
    chat_id,
    text: reply.text,
    parse_mode: 'HTML' as const,
    link_preview_options: { is_disabled: true as const },
    ...keyboard,
  };
  if (reply.replace === undefined) {
    return { method: 'sendMessage', params };
  }
  return {
    method: 'editMessageText',
    params: { ...params, message_id: Number(reply.replace) },
  };
}

function keyboardOf(buttons: { text: string; press: string }[][]) {
  return buttons.map((row) => row.map(({ text, press }) => ({ text, callback_data: press })));
}
