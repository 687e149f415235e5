import { deleteMyCommands, getMyCommands, setMyCommands } from './commands.ts';
import { answerCallbackQuery, getMe, sendChatAction } from './conversation.ts';
import { editMessageMedia } from './edit-media.ts';
import {
  deleteMessage,
  editMessageCaption,
  editMessageReplyMarkup,
  editMessageText,
  sendMessage,
} from './messages.ts';
import type { Method } from './method.ts';
import { deleteWebhook, getUpdates, getWebhookInfo, setWebhook } from './updates.ts';
import { getFile, sendDocument, sendPhoto } from './uploads.ts';

const METHODS = {
  answerCallbackQuery,
  deleteMessage,
  deleteMyCommands,
  deleteWebhook,
  editMessageCaption,
  editMessageMedia,
  editMessageReplyMarkup,
  editMessageText,
  getFile,
  getMe,
  getMyCommands,
  getUpdates,
  getWebhookInfo,
  sendChatAction,
  sendDocument,
  sendMessage,
  sendPhoto,
  setMyCommands,
  setWebhook,
} satisfies Record<string, Method>;

const BY_NAME = new Map(
  Object.entries(METHODS).map(([name, run]) => [name.toLowerCase(), { name, run }]),
);

/** The method of that name, in any case as Telegram has it; undefined when the sandbox does not know it. */
export function findMethod(name: string): { name: string; run: Method } | undefined {
  return BY_NAME.get(name.toLowerCase());
}
