import { pino } from 'pino';
import { createAnswerer } from '../../bot/delivery/answer-event.ts';
import type { Event, FileFacts } from '../../bot/dialogue/event.ts';
import type { Button, MenuItem, ReplyFile, Said } from '../../bot/dialogue/reply.ts';
import type { DialogueConfig } from '../../bot/dialogue/turn.ts';
import { parseHtml } from '../../bot/sandbox/html.ts';
import { en } from '../../bot/texts/en.ts';
import { ru } from '../../bot/texts/ru.ts';
import { receiveEvents } from '../../db/actions/receive-events.ts';
import type { Db } from '../../db/open.ts';

/** A message of the bot as it stands in a chat: the words without markup, and the file, if any. */
export type Shown = { id: string; text: string; buttons: Button[][]; file?: ReplyFile };

/** What the bot did to one event: all its words, what flew over the screen, and its buttons' labels. */
export type Heard = {
  text: string;
  toast: string | null;
  buttons: string[];
  files: ReplyFile[];
};

/** One person's chat with the bot, through everything but the messenger itself. */
export type TestChat = {
  address: string;
  says: (text: string) => Promise<Heard>;
  /** Taps the newest button with this label, or the only one that begins so. */
  presses: (label: string) => Promise<Heard>;
  /** Sends a payload that no visible button needs to have: an old tap, a second one, a forged one. */
  replays: (payload: string, messageId?: string) => Promise<Heard>;
  sends: (
    file: 'photo' | 'document' | 'sticker',
    about?: FileFacts & { caption?: string; album?: string },
  ) => Promise<Heard>;
  /** The payload behind a button, found as `presses` does. */
  payload: (label: string) => string;
  /** The bot's messages that are in the chat now, oldest first. */
  messages: () => readonly Shown[];
  /** The newest of them. */
  screen: () => Shown;
  menu: () => readonly MenuItem[];
};

const CONFIG: DialogueConfig = {
  language: 'ru',
  names: 'full',
  pepper: 'a pepper of a test',
  botUsername: 'zhurnal_test_bot',
  panelOrigin: 'http://journal.test',
};

// What Telegram takes; more is our own mistake.
const TEXT_LIMIT = 4096;
const CAPTION_LIMIT = 1024;
const TOAST_LIMIT = 200;
const PAYLOAD_LIMIT = 64;

/**
 * Gives chats with the bot of this database, by address. Each call of it enters the chat anew.
 * `files` is what a messenger would give of the files that are sent, by their ids.
 */
export function chatsOf(
  db: Db,
  config: Partial<DialogueConfig> = {},
  files: ReadonlyMap<string, Uint8Array> = new Map(),
): (address: string, options?: { private?: boolean }) => TestChat {
  const failures: unknown[] = [];
  const log = pino({ level: 'error' }, { write: (line: string) => failures.push(line) });
  const answer = createAnswerer(
    {
      db,
      log,
      texts: { ru, en },
      config: { ...CONFIG, ...config },
      fetchFile: async (fileId) => files.get(fileId) ?? null,
    },
    () => ({ token: 'test', until: new Date(db.now().getTime() + 60_000) }),
  );
  let count = 0;

  async function deliver(event: Event): Promise<Said> {
    const stored = await db.write((tx) =>
      receiveEvents(tx, [{ eventId: event.id, chat: event.chat.address, payload: event }]),
    );
    const { said } = await answer({ inboxId: stored.get(event.id) ?? 0, event });
    if (failures.length > 0) {
      throw new Error(`the bot failed: ${failures.splice(0).join('\n')}`);
    }
    return said;
  }

  return (address, options = {}) => {
    const messages: Shown[] = [];
    let menu: readonly MenuItem[] = [];
    const chat = { address, private: options.private ?? true };

    async function tell(event: DistributiveOmit<Event, 'id' | 'chat'>): Promise<Heard> {
      count += 1;
      const said = await deliver({ ...event, id: `${address}:${count}`, chat });
      const texts: string[] = [];
      const buttons: string[] = [];
      const files: ReplyFile[] = [];
      for (const [index, reply] of said.replies.entries()) {
        if ('menu' in reply) {
          menu = reply.menu;
        } else if ('remove' in reply) {
          drop(messages, reply.remove);
        } else {
          const shown = show(reply, reply.replace ?? `bot:${count}:${index}`);
          put(messages, shown);
          files.push(...(shown.file ? [shown.file] : []));
          texts.push(shown.text);
          buttons.push(...shown.buttons.flat().map(({ text }) => text));
        }
      }
      return { text: texts.join('\n\n'), toast: shortEnough(said.toast), buttons, files };
    }

    function find(label: string): { button: Button; messageId: string } {
      const all = messages
        .toReversed()
        .flatMap(({ id, buttons }) => buttons.flat().map((button) => ({ button, messageId: id })));
      const begins = all.filter(({ button }) => button.text.startsWith(label));
      const found = all.find(({ button }) => button.text === label) ?? begins[0];
      if (!found) {
        const labels = all.map(({ button }) => `«${button.text}»`).join(', ');
        throw new Error(`there is no button «${label}» among ${labels || 'none'}`);
      }
      return found;
    }

    const tap = (data: string, messageId: string) => {
      const file = messages.find(({ id }) => id === messageId)?.file;
      const pressed = { data, messageId, pressId: `press:${count}` };
      return tell({ kind: 'press', ...pressed, ...(file ? { onFile: true } : {}) });
    };

    return {
      address,
      says: (text) => tell({ kind: 'text', text, messageId: `user:${count + 1}` }),
      presses: (label) => {
        const { button, messageId } = find(label);
        return tap(button.press, messageId);
      },
      replays: (payload, messageId = messages.at(-1)?.id ?? 'old') => tap(payload, messageId),
      sends: (file, about = {}) =>
        tell({ kind: 'file', file, messageId: `user:${count + 1}`, ...about }),
      payload: (label) => find(label).button.press,
      messages: () => messages,
      screen: () => {
        const last = messages.at(-1);
        if (!last) {
          throw new Error('the bot has said nothing');
        }
        return last;
      },
      menu: () => menu,
    };
  };
}

// Omit on a union would keep only what its members share.
type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;

/** Reads a reply as strictly as the messenger does. */
export function show(
  reply: { text: string; buttons?: Button[][]; file?: ReplyFile },
  id: string,
): Shown {
  const { text } = parseHtml(reply.text);
  const buttons = reply.buttons ?? [];
  if (text.trim() === '' || text.length > (reply.file ? CAPTION_LIMIT : TEXT_LIMIT)) {
    throw new Error(`a message of ${text.length} characters`);
  }
  for (const { text: label, press } of buttons.flat()) {
    const bytes = Buffer.byteLength(press);
    if (label.trim() === '' || bytes < 1 || bytes > PAYLOAD_LIMIT) {
      throw new Error(`the button «${label}» has a payload of ${bytes} bytes`);
    }
  }
  return { id, text, buttons, ...(reply.file ? { file: reply.file } : {}) };
}

function shortEnough(toast: string | undefined): string | null {
  if (toast && toast.length > TOAST_LIMIT) {
    throw new Error(`a toast of ${toast.length} characters`);
  }
  return toast ?? null;
}

function put(messages: Shown[], shown: Shown): void {
  const index = messages.findIndex(({ id }) => id === shown.id);
  if (messages[index]?.file && !shown.file) {
    throw new Error('words cannot take the place of a file');
  }
  if (index === -1) {
    messages.push(shown);
  } else {
    messages[index] = shown;
  }
}

function drop(messages: Shown[], id: string): void {
  const index = messages.findIndex((message) => message.id === id);
  if (index !== -1) {
    messages.splice(index, 1);
  }
}
