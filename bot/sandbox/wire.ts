/** The parts of Telegram's JSON that the sandbox speaks; names and optional fields as in the Bot API. */

export type WireUser = {
  id: number;
  is_bot: boolean;
  first_name: string;
  last_name?: string;
  username?: string;
  language_code?: string;
};

export type WireChat =
  | { id: number; type: 'private'; first_name: string; last_name?: string; username?: string }
  | { id: number; type: 'group'; title: string };

export type WireEntity = {
  type: string;
  offset: number;
  length: number;
  url?: string;
  language?: string;
  custom_emoji_id?: string;
};

export type WireButton = {
  text: string;
  callback_data?: string;
  url?: string;
  [other: string]: unknown;
};

export type WireKeyboard = { inline_keyboard: WireButton[][] };

export type WireFile = { file_id: string; file_unique_id: string; file_size: number };

export type WirePhotoSize = WireFile & { width: number; height: number };

export type WireDocument = WireFile & { file_name: string; mime_type: string };

export type WireSticker = WireFile & {
  type: 'regular';
  width: number;
  height: number;
  is_animated: boolean;
  is_video: boolean;
  emoji: string;
};

export type WireContact = { phone_number: string; first_name: string; user_id?: number };

export type WireMessage = {
  message_id: number;
  from: WireUser;
  chat: WireChat;
  date: number;
  edit_date?: number;
  forward_origin?: { type: 'user'; sender_user: WireUser; date: number };
  reply_to_message?: WireMessage;
  text?: string;
  entities?: WireEntity[];
  caption?: string;
  caption_entities?: WireEntity[];
  document?: WireDocument;
  photo?: WirePhotoSize[];
  sticker?: WireSticker;
  contact?: WireContact;
  reply_markup?: WireKeyboard;
};

export type WireCallbackQuery = {
  id: string;
  from: WireUser;
  chat_instance: string;
  data: string;
  message: WireMessage | { chat: WireChat; message_id: number; date: 0 };
};

type WireMember =
  | { user: WireUser; status: 'member' }
  | { user: WireUser; status: 'kicked'; until_date: number };

export type WireMemberChange = {
  chat: WireChat;
  from: WireUser;
  date: number;
  old_chat_member: WireMember;
  new_chat_member: WireMember;
};

/** What happened, before the queue gives it an `update_id`. */
export type WireHappening =
  | { message: WireMessage }
  | { callback_query: WireCallbackQuery }
  | { my_chat_member: WireMemberChange };

export type WireUpdate = { update_id: number } & WireHappening;

export type WireCommand = { command: string; description: string };
