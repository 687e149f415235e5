import { badRequest } from '../api-error.ts';
import { COMMAND_DESCRIPTION_LENGTH, COMMANDS } from '../limits.ts';
import { jsonParam, type Params, textParam } from '../params.ts';
import type { Chat, State } from '../state.ts';
import type { WireCommand } from '../wire.ts';
import type { Method } from './method.ts';

const SCOPES = [
  'default',
  'all_private_chats',
  'all_group_chats',
  'all_chat_administrators',
  'chat',
  'chat_administrators',
  'chat_member',
];

export const setMyCommands: Method = (params, { state }) => {
  const commands = jsonParam(params, 'commands', 'commands');
  if (!Array.isArray(commands)) {
    throw badRequest("can't parse commands: expected an Array of BotCommand");
  }
  if (commands.length > COMMANDS) {
    throw badRequest('BOT_COMMANDS_TOO_MUCH');
  }
  state.commands.set(key(params, state), commands.map(readCommand));
  state.announce({ kind: 'commands' });
  return true;
};

export const getMyCommands: Method = (params, { state }) =>
  state.commands.get(key(params, state)) ?? [];

export const deleteMyCommands: Method = (params, { state }) => {
  state.commands.delete(key(params, state));
  state.announce({ kind: 'commands' });
  return true;
};

/** The command menu that a person sees: the narrowest scope wins, and in it the person's language. */
export function menuOf(state: State, chat: Chat): readonly WireCommand[] {
  const language = chat.person?.languageCode ?? 'ru';
  const scopes = [`chat:${chat.wire.id}`, 'all_private_chats', 'default'];
  for (const scope of scopes) {
    const menu = state.commands.get(`${scope}|${language}`) ?? state.commands.get(`${scope}|`);
    if (menu) {
      return menu;
    }
  }
  return [];
}

/** The list's place: the scope, the chat and the person when the scope has them, the language. */
function key(params: Params, state: State): string {
  const scope = jsonParam(params, 'scope', 'BotCommandScope');
  const language = textParam(params, 'language_code') ?? '';
  if (scope === undefined) {
    return `default|${language}`;
  }
  const { type, chat_id: chatId, user_id: userId } = Object(scope) as Record<string, unknown>;
  if (typeof type !== 'string' || !SCOPES.includes(type)) {
    throw badRequest("can't parse BotCommandScope: Unsupported type specified");
  }
  if (!type.startsWith('chat')) {
    return `${type}|${language}`;
  }
  if (!state.chats.has(Number(chatId))) {
    throw badRequest('chat not found');
  }
  return `${[type, chatId, userId].filter((part) => part !== undefined).join(':')}|${language}`;
}

function readCommand(value: unknown): WireCommand {
  const { command, description } = Object(value) as Record<string, unknown>;
  const name = typeof command === 'string' ? command.replace(/^\//, '') : '';
  if (!/^[a-z0-9_]{1,32}$/.test(name)) {
    throw badRequest('BOT_COMMAND_INVALID');
  }
  const words = typeof description === 'string' ? description.trim() : '';
  if (words === '' || words.length > COMMAND_DESCRIPTION_LENGTH) {
    throw badRequest('BOT_COMMAND_DESCRIPTION_INVALID');
  }
  return { command: name, description: words };
}
