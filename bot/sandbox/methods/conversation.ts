import { badRequest } from '../api-error.ts';
import { QUERY_SECONDS, TOAST_LENGTH } from '../limits.ts';
import { flagParam, textParam } from '../params.ts';
import { unixNow } from '../state.ts';
import type { Method } from './method.ts';
import { targetChat } from './target.ts';

const ACTIONS = [
  'typing',
  'upload_photo',
  'record_video',
  'upload_video',
  'record_voice',
  'upload_voice',
  'upload_document',
  'choose_sticker',
  'find_location',
  'record_video_note',
  'upload_video_note',
];

export const getMe: Method = (_params, { state }) => ({
  ...state.bot,
  can_join_groups: true,
  can_read_all_group_messages: true,
  supports_inline_queries: false,
  can_connect_to_business: false,
  has_main_web_app: false,
});

export const answerCallbackQuery: Method = (params, { state }) => {
  const queryId = textParam(params, 'callback_query_id') ?? '';
  const query = state.queries.get(queryId);
  const text = textParam(params, 'text') ?? '';
  if (text.length > TOAST_LENGTH) {
    throw badRequest('MESSAGE_TOO_LONG');
  }
  state.queries.delete(queryId);
  if (!query || unixNow(state) - query.askedAt > QUERY_SECONDS) {
    throw badRequest('query is too old and response timeout expired or query ID is invalid');
  }
  if (text !== '') {
    state.chats.get(query.personId)?.toasts.push(text);
  }
  const alert = flagParam(params, 'show_alert');
  state.announce({ kind: 'toast', chatId: query.personId, text, alert, queryId });
  return true;
};

export const sendChatAction: Method = (params, { state }) => {
  const chat = targetChat(params, state);
  const action = textParam(params, 'action') ?? '';
  if (!ACTIONS.includes(action)) {
    throw badRequest('wrong parameter action in request');
  }
  state.announce({ kind: 'action', chatId: chat.wire.id, action });
  return true;
};
