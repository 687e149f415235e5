import type { SandboxFile, SandboxMessage } from './sandbox-types.ts';
import { type Chat, type State, type StoredMessage, unixNow } from './state.ts';
import type { WireMessage, WireUser } from './wire.ts';

/** What a phone knows of a message beside what the Bot API tells. */
type Aside = { html?: string | undefined; silent?: boolean };

/** Puts a new message into the chat and shows it on the phones. */
export function addMessage(
  state: State,
  chat: Chat,
  from: WireUser,
  content: Omit<WireMessage, 'message_id' | 'from' | 'chat' | 'date'>,
  { html, silent = false }: Aside = {},
): WireMessage {
  const wire: WireMessage = {
    message_id: chat.nextMessageId++,
    from,
    chat: chat.wire,
    date: unixNow(state),
    ...content,
  };
  const born = state.nextChange();
  const aside = { ...(html !== undefined && { html }), ...(silent && { silent }) };
  const stored = { wire, born, changed: born, ...aside };
  chat.messages.set(wire.message_id, stored);
  announceMessage(state, chat, stored, false);
  return wire;
}

/** Puts the new version of a message in place of the old one. */
export function replaceMessage(
  state: State,
  chat: Chat,
  old: StoredMessage,
  wire: WireMessage,
  html?: string,
): WireMessage {
  const stored = {
    wire: { ...wire, edit_date: unixNow(state) },
    born: old.born,
    changed: state.nextChange(),
    ...(old.silent && { silent: old.silent }),
    ...(html !== undefined && { html }),
  };
  chat.messages.set(wire.message_id, stored);
  announceMessage(state, chat, stored, true);
  return stored.wire;
}

/** Removes a message from every phone; false when it is not there. */
export function removeMessage(state: State, chat: Chat, messageId: number): boolean {
  const removed = chat.messages.delete(messageId);
  if (removed) {
    state.announce({ kind: 'deleted', chatId: chat.wire.id, messageId });
  }
  return removed;
}

/** A stored message as a phone shows it. */
export function shownMessage(state: State, { wire, html, silent }: StoredMessage): SandboxMessage {
  const file = shownFile(state, wire);
  const contact = wire.contact ? `${wire.contact.first_name} ${wire.contact.phone_number}` : '';
  return {
    id: wire.message_id,
    from: wire.from.is_bot ? 'bot' : 'user',
    sentAt: new Date(wire.date * 1000),
    text: wire.text ?? wire.caption ?? contact,
    ...(html !== undefined && { html }),
    entities: wire.entities ?? wire.caption_entities ?? [],
    buttons: (wire.reply_markup?.inline_keyboard ?? []).map((row) =>
      row.map(({ text, callback_data, url }) => ({
        text,
        ...(callback_data !== undefined && { data: callback_data }),
        ...(url !== undefined && { url }),
      })),
    ),
    ...(file && { file }),
    ...(silent && { silent }),
    ...(wire.edit_date && { editedAt: new Date(wire.edit_date * 1000) }),
  };
}

function announceMessage(state: State, chat: Chat, stored: StoredMessage, edited: boolean) {
  const message = shownMessage(state, stored);
  state.announce({ kind: 'message', chatId: chat.wire.id, message, edited });
}

function shownFile(state: State, wire: WireMessage): SandboxFile | undefined {
  const found = (
    [
      ['photo', wire.photo?.[0]],
      ['document', wire.document],
      ['sticker', wire.sticker],
    ] as const
  ).find(([, part]) => part !== undefined);
  const stored = found?.[1] && state.files.byId(found[1].file_id);
  if (!found || !stored) {
    return undefined;
  }
  const { id, name, mime, bytes } = stored;
  return { kind: found[0], id, name, mime, bytes };
}
