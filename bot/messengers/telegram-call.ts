import type { Button, ReadyFile, Reply, StoredFile } from '../dialogue/reply.ts';

/** A reply as a Bot API call: method and parameters, the same for every library. */
export type TelegramCall = {
  method:
    | 'sendMessage'
    | 'editMessageText'
    | 'sendPhoto'
    | 'sendDocument'
    | 'editMessageMedia'
    | 'deleteMessage'
    | 'setMyCommands';
  params: object;
};

/** What a library wants in the place of a file that is uploaded with a call. */
export type Upload = (file: Exclude<ReadyFile, StoredFile>) => unknown;

export function callOf(chat: string, reply: Reply<ReadyFile>, upload: Upload): TelegramCall {
  const chat_id = Number(chat.slice('tg:'.length));
  if ('remove' in reply) {
    return { method: 'deleteMessage', params: { chat_id, message_id: Number(reply.remove) } };
  }
  if ('menu' in reply) {
    const commands = reply.menu.map(({ command, description }) => ({ command, description }));
    return { method: 'setMyCommands', params: { commands, scope: { type: 'chat', chat_id } } };
  }
  const { text, buttons, replace, file, silent } = reply;
  const to = {
    chat_id,
    ...(replace === undefined ? {} : { message_id: Number(replace) }),
    // What takes the place of something rings no bell anyway.
    ...(silent && replace === undefined ? { disable_notification: true } : {}),
    ...(buttons ? { reply_markup: { inline_keyboard: keyboardOf(buttons) } } : {}),
  };
  if (file) {
    return fileCall(to, replace !== undefined, text, file, upload);
  }
  const method = replace === undefined ? 'sendMessage' : 'editMessageText';
  const link_preview_options = { is_disabled: true };
  return { method, params: { ...to, text, parse_mode: 'HTML', link_preview_options } };
}

/** A file that takes the place of an earlier message or its picture, or one that comes anew. */
function fileCall(
  to: object,
  replaces: boolean,
  text: string,
  file: ReadyFile,
  upload: Upload,
): TelegramCall {
  const caption = { caption: text, parse_mode: 'HTML' };
  const content = 'fileId' in file ? file.fileId : upload(file);
  if (replaces) {
    const media = { type: file.kind, media: content, ...caption };
    return { method: 'editMessageMedia', params: { ...to, media } };
  }
  const method = file.kind === 'photo' ? 'sendPhoto' : 'sendDocument';
  return { method, params: { ...to, [file.kind]: content, ...caption } };
}

function keyboardOf(buttons: Button[][]) {
  return buttons.map((row) => row.map(({ text, press }) => ({ text, callback_data: press })));
}
