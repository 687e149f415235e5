import { imageSize } from './image-size.ts';
import { shownMessage } from './messages.ts';
import { menuOf } from './methods/commands.ts';
import type { SandboxLink, SandboxMessage } from './sandbox-types.ts';
import type { Chat, State } from './state.ts';

/** What the page needs at its start: the bot, the people, the links of the top strip. */
export function stateView(state: State, links: readonly SandboxLink[]) {
  return {
    bot: { name: state.bot.first_name, username: state.bot.username },
    links,
    people: [...state.chats.values()].flatMap((chat) =>
      chat.person
        ? [
            {
              id: chat.person.id,
              name: [chat.person.firstName, chat.person.lastName].filter(Boolean).join(' '),
              note: chat.person.note,
              hint: chat.person.hint ?? '',
            },
          ]
        : [],
    ),
  };
}

/** One phone as it is now. */
export function chatView(state: State, chat: Chat) {
  return {
    messages: [...chat.messages.values()].map((stored) => messageView(shownMessage(state, stored))),
    menu: menuOf(state, chat),
    blocked: chat.blocked,
  };
}

/**
 * A message for the page: a file is named, its bytes have an address of their own. A picture tells
 * its size, so that its place is kept until it is there.
 */
export function messageView(message: SandboxMessage) {
  const { html: _, file, ...rest } = message;
  if (!file) {
    return rest;
  }
  const { bytes, ...named } = file;
  const pixels = file.kind === 'photo' ? imageSize(bytes) : undefined;
  return { ...rest, file: { ...named, ...pixels, size: bytes.length } };
}
