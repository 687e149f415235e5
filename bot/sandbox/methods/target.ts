import { badRequest, forbidden } from '../api-error.ts';
import { integerParam, type Params, textParam } from '../params.ts';
import type { Chat, State, StoredMessage } from '../state.ts';

/** The chat that the call addresses, when the bot may write there. Throws Telegram's 400 or 403 otherwise. */
export function targetChat(params: Params, state: State): Chat {
  const id = textParam(params, 'chat_id');
  if (id === undefined || id === '') {
    throw badRequest('chat_id is empty');
  }
  const chat = state.chats.get(integerParam(params, 'chat_id') ?? Number.NaN);
  if (!chat) {
    throw badRequest('chat not found');
  }
  if (chat.blocked) {
    throw forbidden('bot was blocked by the user');
  }
  if (chat.person && !chat.started) {
    throw forbidden("bot can't initiate conversation with a user");
  }
  return chat;
}

/** The bot's own message that the call edits. Throws 400 when it is absent or of somebody else. */
export function targetMessage(params: Params, chat: Chat): StoredMessage {
  const id = integerParam(params, 'message_id');
  if (id === undefined) {
    throw badRequest('message identifier is not specified');
  }
  const stored = chat.messages.get(id);
  if (!stored) {
    throw badRequest('message to edit not found');
  }
  if (!stored.wire.from.is_bot) {
    throw badRequest("message can't be edited");
  }
  return stored;
}
