import { randomUUID } from 'node:crypto';
import { findEntities } from './entities.ts';
import { imageSize } from './image-size.ts';
import { TEXT_LENGTH } from './limits.ts';
import { documentFields, photoFields, stickerFields } from './media.ts';
import { addMessage, shownMessage } from './messages.ts';
import type { SandboxUser } from './sandbox-types.ts';
import { type Chat, emptyChat, type State, unixNow, wireUser } from './state.ts';
import { waitForMessage } from './wait-for.ts';
import type { WireMessage } from './wire.ts';

type Content = Omit<WireMessage, 'message_id' | 'from' | 'chat' | 'date'>;

/** A person's phone. Throws for a person who is not in the sandbox and for what a phone could not do. */
export function createPhone(state: State, personId: number): SandboxUser {
  const own = state.chats.get(personId);
  if (!own?.person) {
    throw new Error(`No person ${personId} in the sandbox`);
  }
  const chat: Chat = own;
  const me = wireUser(own.person);

  function write(content: Content): number {
    if (chat.blocked) {
      throw new Error(`Person ${personId} has blocked the bot and cannot write to it`);
    }
    chat.started = true;
    const message = addMessage(state, chat, me, content);
    state.updates.push({ message });
    return message.message_id;
  }

  function press(data: string, message: WireMessage | undefined, messageId = 0) {
    if (chat.blocked) {
      throw new Error(`Person ${personId} has blocked the bot and cannot press its buttons`);
    }
    const id = randomUUID();
    state.queries.set(id, { personId, askedAt: unixNow(state) });
    state.updates.push({
      callback_query: {
        id,
        from: me,
        chat_instance: String(personId),
        data,
        message: message ?? { chat: chat.wire, message_id: messageId, date: 0 },
      },
    });
  }

  function pressLabel(label: string) {
    for (const { wire } of [...chat.messages.values()].reverse()) {
      const button = wire.reply_markup?.inline_keyboard.flat().find(({ text }) => text === label);
      if (button?.callback_data !== undefined) {
        return press(button.callback_data, wire);
      }
    }
    const labels = phone
      .messages()
      .flatMap(({ buttons }) => buttons.flat().map(({ text }) => text));
    throw new Error(`No button «${label}» in chat ${personId}; buttons: ${labels.join(' | ')}`);
  }

  function setBlocked(blocked: boolean) {
    if (chat.blocked === blocked) {
      return;
    }
    chat.blocked = blocked;
    const member = { user: state.bot, status: 'member' } as const;
    const kicked = { user: state.bot, status: 'kicked', until_date: 0 } as const;
    state.updates.push({
      my_chat_member: {
        chat: chat.wire,
        from: me,
        date: unixNow(state),
        old_chat_member: blocked ? member : kicked,
        new_chat_member: blocked ? kicked : member,
      },
    });
    state.announce({ kind: 'blocked', chatId: personId, blocked });
  }

  const phone: SandboxUser = {
    id: personId,
    send(text) {
      const parts = splitText(text);
      return parts.map((part) => write(textContent(part))).at(-1) ?? 0;
    },
    press(button) {
      if (typeof button === 'string') {
        return pressLabel(button);
      }
      const newest = [...chat.messages.values()].findLast(({ wire }) => wire.from.is_bot);
      const pressed = button.messageId === undefined ? newest : chat.messages.get(button.messageId);
      press(button.data, pressed?.wire, button.messageId);
    },
    sendPhoto(bytes, caption) {
      const size = imageSize(bytes) ?? { width: 1, height: 1 };
      const file = state.files.add('photo.jpg', bytes, 'photos');
      return write({ ...photoFields(file, size), ...captionContent(caption) });
    },
    sendDocument(bytes, name, caption) {
      const file = state.files.add(name, bytes, 'documents');
      return write({ ...documentFields(file), ...captionContent(caption) });
    },
    sendSticker: () =>
      write(stickerFields(state.files.add('sticker.webp', new Uint8Array([0]), 'stickers'))),
    sendContact: ({ phoneNumber, firstName, userId }) =>
      write({
        contact: {
          phone_number: phoneNumber,
          first_name: firstName,
          ...(userId !== undefined && { user_id: userId }),
        },
      }),
    forwardToGroup(groupId, text) {
      const group = groupChat(state, groupId);
      const origin = { type: 'user', sender_user: me, date: unixNow(state) } as const;
      const message = addMessage(state, group, me, {
        ...textContent(text),
        forward_origin: origin,
      });
      state.updates.push({ message });
      return message.message_id;
    },
    startBot: (payload) => write(textContent(payload ? `/start ${payload}` : '/start')),
    block: () => setBlocked(true),
    unblock: () => setBlocked(false),
    messages: () => [...chat.messages.values()].map((stored) => shownMessage(state, stored)),
    toasts: () => [...chat.toasts],
    waitFor: (match, options) => waitForMessage(state, chat, match, options),
  };
  return phone;
}

function textContent(text: string): Content {
  const entities = findEntities(text);
  return { text, ...(entities.length > 0 && { entities }) };
}

function captionContent(caption: string | undefined): Content {
  return caption ? { caption } : {};
}

/** A client sends a long text in pieces; an emoji is not cut in two. Nothing at all is an error of the caller. */
function splitText(text: string): string[] {
  if (text.trim() === '') {
    throw new Error('A message cannot be empty');
  }
  const parts: string[] = [];
  let rest = text;
  while (rest.length > TEXT_LENGTH) {
    const cutsPair = /[\uD800-\uDBFF]/.test(rest[TEXT_LENGTH - 1] ?? '');
    const end = cutsPair ? TEXT_LENGTH - 1 : TEXT_LENGTH;
    parts.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...parts, rest];
}

function groupChat(state: State, id: number): Chat {
  const known = state.chats.get(id);
  if (known?.person) {
    throw new Error(`${id} is a person, not a group`);
  }
  const group = known ?? emptyChat({ id, type: 'group', title: `Group ${Math.abs(id)}` });
  state.chats.set(id, group);
  return group;
}
