import { createFileStore, type FileStore } from './files.ts';
import type { SandboxMessage, SandboxPerson } from './sandbox-types.ts';
import { createUpdateQueue, type UpdateQueue } from './update-queue.ts';
import type { WireChat, WireCommand, WireMessage, WireUser } from './wire.ts';

/** `born` and `changed` are places in the one order of all changes: see `nextChange`. */
export type StoredMessage = {
  wire: WireMessage;
  html?: string;
  silent?: true;
  born: number;
  changed: number;
};

export type Chat = {
  wire: WireChat;
  /** The owner of a private chat. */
  person?: SandboxPerson;
  started: boolean;
  blocked: boolean;
  nextMessageId: number;
  messages: Map<number, StoredMessage>;
  toasts: string[];
};

/** What a phone or the page gets to know. */
export type Change =
  | { kind: 'message'; chatId: number; message: SandboxMessage; edited: boolean }
  | { kind: 'deleted'; chatId: number; messageId: number }
  | { kind: 'toast'; chatId: number; text: string; alert: boolean; queryId: string }
  | { kind: 'action'; chatId: number; action: string }
  | { kind: 'blocked'; chatId: number; blocked: boolean }
  | { kind: 'commands' };

export type PendingQuery = { personId: number; askedAt: number };

export type State = {
  token: string;
  bot: WireUser;
  clock: () => Date;
  chats: Map<number, Chat>;
  files: FileStore;
  updates: UpdateQueue;
  queries: Map<string, PendingQuery>;
  /** Command lists by scope and language: see methods/commands.ts. */
  commands: Map<string, WireCommand[]>;
  /** Counts changes of messages over all chats. */
  nextChange(): number;
  announce(change: Change): void;
  onChange(listener: (change: Change) => void): () => void;
};

/** Everything the sandbox remembers: chats of the people, messages, files, pending updates. */
export function createState(options: {
  token: string;
  botUsername: string;
  botName: string;
  people: readonly SandboxPerson[];
  clock: () => Date;
}): State {
  const listeners = new Set<(change: Change) => void>();
  let changes = 0;
  return {
    token: options.token,
    bot: {
      id: Number(/^\d+(?=:)/.exec(options.token)?.[0] ?? 1),
      is_bot: true,
      first_name: options.botName,
      username: options.botUsername,
    },
    clock: options.clock,
    chats: new Map(options.people.map((person) => [person.id, privateChat(person)])),
    files: createFileStore(),
    updates: createUpdateQueue(100_000_001),
    queries: new Map(),
    commands: new Map(),
    nextChange: () => ++changes,
    announce(change) {
      for (const listener of [...listeners]) {
        listener(change);
      }
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Seconds since 1970, as the Bot API writes dates. */
export function unixNow(state: State): number {
  return Math.floor(state.clock().getTime() / 1000);
}

export function wireUser(person: SandboxPerson): WireUser {
  return {
    id: person.id,
    is_bot: false,
    first_name: person.firstName,
    ...(person.lastName && { last_name: person.lastName }),
    ...(person.username && { username: person.username }),
    language_code: person.languageCode ?? 'ru',
  };
}

/** An empty chat, private or group. */
export function emptyChat(wire: WireChat): Chat {
  return {
    wire,
    started: false,
    blocked: false,
    nextMessageId: 1,
    messages: new Map(),
    toasts: [],
  };
}

function privateChat(person: SandboxPerson): Chat {
  const { is_bot: _, language_code: __, ...names } = wireUser(person);
  return {
    ...emptyChat({ type: 'private', ...names }),
    person,
    started: person.started ?? false,
  };
}
