import type { Reply, ReplyFile } from '../dialogue/reply.ts';

/** A reply as a Bot API call: method and parameters, the same for every library. */
export type TelegramCall =
  | {
      method: 'sendMessage';
      params: { chat_id: number; text: string; parse_mode: 'HTML' } & Extra & Silence;
    }
  | {
      method: 'editMessageText';
      params: { chat_id: number; message_id: number; text: string; parse_mode: 'HTML' } & Extra;
    }
  | { method: 'sendPhoto'; params: { photo: string } & Captioned & Silence }
  | { method: 'sendDocument'; params: { document: string } & Captioned & Silence }
  | { method: 'editMessageCaption'; params: { message_id: number } & Captioned }
  | { method: 'deleteMessage'; params: { chat_id: number; message_id: number } }
  | { method: 'setMyCommands'; params: MenuParams };

type Keyboard = {
  reply_markup?: { inline_keyboard: { text: string; callback_data: string }[][] };
};
type Extra = Keyboard & { link_preview_options: { is_disabled: true } };
type Captioned = Keyboard & { chat_id: number; caption: string; parse_mode: 'HTML' };
type Silence = { disable_notification?: true };

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
  const silence = reply.silent ? { disable_notification: true as const } : {};
  const parse_mode = 'HTML' as const;
  const replaced = reply.replace === undefined ? null : { message_id: Number(reply.replace) };
  if (reply.file) {
    const params = { chat_id, caption: reply.text, parse_mode, ...keyboard };
    return replaced
      ? { method: 'editMessageCaption', params: { ...params, ...replaced } }
      : fileCall(reply.file, { ...params, ...silence });
  }
  const link_preview_options = { is_disabled: true as const };
  const params = { chat_id, text: reply.text, parse_mode, link_preview_options, ...keyboard };
  return replaced
    ? { method: 'editMessageText', params: { ...params, ...replaced } }
    : { method: 'sendMessage', params: { ...params, ...silence } };
}

function fileCall({ kind, fileId }: ReplyFile, params: Captioned & Silence): TelegramCall {
  return kind === 'photo'
    ? { method: 'sendPhoto', params: { ...params, photo: fileId } }
    : { method: 'sendDocument', params: { ...params, document: fileId } };
}

function keyboardOf(buttons: { text: string; press: string }[][]) {
  return buttons.map((row) => row.map(({ text, press }) => ({ text, callback_data: press })));
}
