import { shownMessage } from './messages.ts';
import type { SandboxMessage, WaitOptions } from './sandbox-types.ts';
import type { Chat, State, StoredMessage } from './state.ts';

type Match = string | RegExp | ((message: SandboxMessage) => boolean);

const TIMEOUT_MS = 5_000;

/**
 * Resolves with the bot's message in the chat that matches (a string: contains it), now or later, new or edited.
 * With `after` only what appeared or changed after that message counts. Rejects after `timeoutMs` (5 s), listing the chat.
 */
export function waitForMessage(
  state: State,
  chat: Chat,
  match: Match,
  { after, timeoutMs = TIMEOUT_MS }: WaitOptions = {},
): Promise<SandboxMessage> {
  const since = after === undefined ? 0 : (chat.messages.get(after)?.born ?? Number.NaN);

  function find(): SandboxMessage | undefined {
    return [...chat.messages.values()]
      .filter((stored) => stored.wire.from.is_bot && isLater(stored))
      .map((stored) => shownMessage(state, stored))
      .findLast((message) => matches(match, message));
  }

  /** A message that was deleted since has no place in the order of changes: its id must do. */
  function isLater(stored: StoredMessage): boolean {
    return Number.isNaN(since) ? stored.wire.message_id > (after ?? 0) : stored.changed > since;
  }

  const found = find();
  if (found) {
    return Promise.resolve(found);
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`${String(match)} not seen in ${timeoutMs} ms.\n${describe(state, chat)}`));
    }, timeoutMs);
    const stop = state.onChange((change) => {
      const message = change.kind === 'message' && change.chatId === chat.wire.id && find();
      if (message) {
        clearTimeout(timer);
        stop();
        resolve(message);
      }
    });
  });
}

function matches(match: Match, message: SandboxMessage): boolean {
  if (typeof match === 'string') {
    return message.text.includes(match);
  }
  return match instanceof RegExp ? message.text.search(match) !== -1 : match(message);
}

/** What the phone shows, for the reader of a failed test. */
function describe(state: State, chat: Chat): string {
  const lines = [...chat.messages.values()].map((stored) => {
    const { id, from, text, buttons, file } = shownMessage(state, stored);
    const rows = buttons.map((row) => row.map((button) => `[${button.text}]`).join(' '));
    return [`#${id} ${from}: ${text}${file ? ` (${file.kind} ${file.name})` : ''}`, ...rows].join(
      '\n  ',
    );
  });
  return [`Chat ${chat.wire.id} shows:`, ...lines, `Toasts: ${chat.toasts.join(' | ')}`].join('\n');
}
