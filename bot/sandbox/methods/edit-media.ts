import { ApiError, badRequest } from '../api-error.ts';
import { documentFields } from '../media.ts';
import { jsonParam, type Params, textParam } from '../params.ts';
import type { State } from '../state.ts';
import type { WireMessage } from '../wire.ts';
import { type Content, captionFields, readCaption } from './content.ts';
import { edit } from './messages.ts';
import type { Method } from './method.ts';
import { targetChat, targetMessage } from './target.ts';
import { checkedPhoto, readFile } from './uploads.ts';

const CANT_PARSE = "can't parse InputMedia: ";

/** Puts a photo or a document in the place of what a message shows, or in that of its text. */
export const editMessageMedia: Method = (params, context) => {
  const chat = targetChat(params, context.state);
  const stored = targetMessage(params, chat);
  const media = readMedia(params);
  const content = mediaCaption(media);
  const fields = mediaFields(media, context.state);
  const changed = { ...withoutContent(stored.wire), ...fields, ...captionFields(content) };
  return edit(context, chat, stored, changed, params, content.html);
};

/** What stays of a message whatever it shows. */
function withoutContent(wire: WireMessage): WireMessage {
  const { message_id, from, chat, date, edit_date, reply_to_message } = wire;
  return {
    message_id,
    from,
    chat,
    date,
    ...(edit_date !== undefined && { edit_date }),
    ...(reply_to_message && { reply_to_message }),
  };
}

/** The `media` object as parameters of its own. */
function readMedia(params: Params): Params {
  const media = jsonParam(params, 'media', 'input media');
  if (media === undefined) {
    throw badRequest('parameter "media" is required');
  }
  if (media === null || typeof media !== 'object' || Array.isArray(media)) {
    throw badRequest(`${CANT_PARSE}expected an Object`);
  }
  return { values: { ...media }, files: params.files };
}

function mediaCaption(media: Params): Content {
  try {
    return readCaption(media);
  } catch (error) {
    const reason = error instanceof ApiError ? error.message.replace('Bad Request: ', '') : '';
    throw badRequest(`${CANT_PARSE}${reason.slice(0, 1).toUpperCase()}${reason.slice(1)}`);
  }
}

function mediaFields(media: Params, state: State) {
  const type = textParam(media, 'type');
  const value = textParam(media, 'media') ?? '';
  if (type === undefined) {
    throw badRequest(`${CANT_PARSE}Can't find field "type"`);
  }
  if (value === '') {
    throw badRequest(`${CANT_PARSE}media not found`);
  }
  if (type !== 'photo' && type !== 'document') {
    throw badRequest(`${CANT_PARSE}type "${type}" is unsupported`);
  }
  const file = readFile(media, state, type, value);
  return type === 'photo' ? checkedPhoto(file) : documentFields(file);
}
