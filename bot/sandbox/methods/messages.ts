import { isDeepStrictEqual } from 'node:util';
import { badRequest } from '../api-error.ts';
import { readKeyboard } from '../keyboard.ts';
import { DELETE_SECONDS } from '../limits.ts';
import { addMessage, removeMessage, replaceMessage } from '../messages.ts';
import { flagParam, integerParam, jsonParam, type Params } from '../params.ts';
import { type Chat, type StoredMessage, unixNow } from '../state.ts';
import type { WireMessage } from '../wire.ts';
import { captionFields, readCaption, readText, textFields } from './content.ts';
import type { Method, MethodContext } from './method.ts';
import { targetChat, targetMessage } from './target.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same ' +
  'as a current content and reply markup of the message';

export const sendMessage: Method = (params, { state }) => {
  const chat = targetChat(params, state);
  const content = readText(params, 'message is too long');
  const keyboard = readKeyboard(params);
  return addMessage(
    state,
    chat,
    state.bot,
    {
      ...replyTo(params, chat),
      ...textFields(content),
      ...(keyboard && { reply_markup: keyboard }),
    },
    { html: content.html, silent: flagParam(params, 'disable_notification') },
  );
};

export const editMessageText: Method = (params, context) => {
  const chat = targetChat(params, context.state);
  const stored = targetMessage(params, chat);
  const content = readText(params, 'MESSAGE_TOO_LONG');
  if (stored.wire.text === undefined) {
    throw badRequest('there is no text in the message to edit');
  }
  const { text: _, entities: __, ...rest } = stored.wire;
  return edit(context, chat, stored, { ...rest, ...textFields(content) }, params, content.html);
};

export const editMessageCaption: Method = (params, context) => {
  const chat = targetChat(params, context.state);
  const stored = targetMessage(params, chat);
  const content = readCaption(params);
  if (!stored.wire.document && !stored.wire.photo) {
    throw badRequest('there is no caption in the message to edit');
  }
  const { caption: _, caption_entities: __, ...rest } = stored.wire;
  return edit(context, chat, stored, { ...rest, ...captionFields(content) }, params, content.html);
};

export const editMessageReplyMarkup: Method = (params, context) => {
  const chat = targetChat(params, context.state);
  const stored = targetMessage(params, chat);
  return edit(context, chat, stored, stored.wire, params, stored.html);
};

export const deleteMessage: Method = (params, { state }) => {
  const chat = targetChat(params, state);
  const id = integerParam(params, 'message_id');
  if (id === undefined) {
    throw badRequest('message identifier is not specified');
  }
  const stored = chat.messages.get(id);
  if (!stored) {
    throw badRequest('message to delete not found');
  }
  if (unixNow(state) - stored.wire.date > DELETE_SECONDS) {
    throw badRequest("message can't be deleted for everyone");
  }
  return removeMessage(state, chat, id);
};

/** The message that the new one answers; `allow_sending_without_reply` forgives a missing one. */
export function replyTo(params: Params, chat: Chat): { reply_to_message?: WireMessage } {
  const asked = jsonParam(params, 'reply_parameters', 'reply parameters');
  if (asked === undefined || asked === null || typeof asked !== 'object') {
    return {};
  }
  const id = 'message_id' in asked ? Number(asked.message_id) : Number.NaN;
  const found = chat.messages.get(id);
  if (!found && !('allow_sending_without_reply' in asked && asked.allow_sending_without_reply)) {
    throw badRequest('message to be replied not found');
  }
  return found ? { reply_to_message: found.wire } : {};
}

/** Every edit sets the keyboard anew: without `reply_markup` the buttons go. */
export function edit(
  { state }: MethodContext,
  chat: Chat,
  stored: StoredMessage,
  changed: WireMessage,
  params: Params,
  html: string | undefined,
): WireMessage {
  const { reply_markup: _, ...rest } = changed;
  const keyboard = readKeyboard(params);
  const wire = { ...rest, ...(keyboard && { reply_markup: keyboard }) };
  if (isDeepStrictEqual(wire, stored.wire)) {
    throw badRequest(NOT_MODIFIED);
  }
  return replaceMessage(state, chat, stored, wire, html);
}
