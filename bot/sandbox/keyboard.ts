import { badRequest } from './api-error.ts';
import { CALLBACK_DATA_BYTES, KEYBOARD_BUTTONS } from './limits.ts';
import { jsonParam, type Params } from './params.ts';
import type { WireButton, WireKeyboard } from './wire.ts';

const OTHER_ACTIONS = [
  'web_app',
  'login_url',
  'switch_inline_query',
  'switch_inline_query_current_chat',
  'switch_inline_query_chosen_chat',
  'copy_text',
  'pay',
];

/**
 * The inline keyboard of a call, checked as Telegram checks it; undefined when there is none (an empty keyboard is none).
 * The keyboards under the input field (`keyboard`, `remove_keyboard`, `force_reply`) are accepted and not shown.
 */
export function readKeyboard(params: Params): WireKeyboard | undefined {
  const markup = jsonParam(params, 'reply_markup', 'reply keyboard markup');
  if (markup === undefined) {
    return undefined;
  }
  if (!isObject(markup)) {
    throw badRequest('object expected as reply markup');
  }
  const rows = markup.inline_keyboard;
  if (rows === undefined) {
    return undefined;
  }
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest(
      'field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
    );
  }
  const keyboard = rows
    .map((row: unknown[]) => row.map(readButton))
    .filter((row) => row.length > 0);
  if (keyboard.flat().length > KEYBOARD_BUTTONS) {
    throw badRequest('reply markup is too long');
  }
  return keyboard.length > 0 ? { inline_keyboard: keyboard } : undefined;
}

function readButton(button: unknown): WireButton {
  if (!isObject(button)) {
    throw cantParse('InlineKeyboardButton must be an Object');
  }
  const { text, callback_data: data, url } = button;
  if (typeof text !== 'string') {
    throw cantParse(
      text === undefined ? 'Can\'t find field "text"' : 'Field "text" must be of type String',
    );
  }
  if (text.trim() === '') {
    throw cantParse('Text buttons are unallowed in the inline keyboard');
  }
  if (typeof data === 'string' && data !== '') {
    if (Buffer.byteLength(data) > CALLBACK_DATA_BYTES) {
      throw badRequest('BUTTON_DATA_INVALID');
    }
  } else if (typeof url === 'string' && url !== '') {
    if (!/^(https?:\/\/|tg:\/\/|t\.me\/)\S+$/i.test(url)) {
      throw badRequest(`inline keyboard button URL '${url}' is invalid: Wrong HTTP URL`);
    }
  } else if (!OTHER_ACTIONS.some((action) => button[action] !== undefined)) {
    throw cantParse('Text buttons are unallowed in the inline keyboard');
  }
  return { ...button, text };
}

function cantParse(reason: string) {
  return badRequest(`can't parse inline keyboard button: ${reason}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
