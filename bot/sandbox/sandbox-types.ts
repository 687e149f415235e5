import type { WireEntity } from './wire.ts';

export type SandboxPerson = {
  id: number;
  firstName: string;
  lastName?: string;
  username?: string;
  languageCode?: string;
  /** Who this is, shown under the name on the page. */
  note: string;
  /** What to try, shown on the page. */
  hint?: string;
  /** Has pressed «Start» before: the bot may write first. */
  started?: boolean;
};

export type SandboxFile = {
  kind: 'photo' | 'document' | 'sticker';
  id: string;
  name: string;
  mime: string;
  bytes: Uint8Array;
};

export type SandboxButton = { text: string; data?: string; url?: string };

/** A message as a phone shows it now. `text` is plain: the text, the caption or the contact's line. */
export type SandboxMessage = {
  id: number;
  from: 'bot' | 'user';
  sentAt: Date;
  text: string;
  /** The source that the bot sent with parse_mode HTML. */
  html?: string;
  entities: readonly WireEntity[];
  buttons: readonly (readonly SandboxButton[])[];
  file?: SandboxFile;
  /** Came without a sound. */
  silent?: true;
  editedAt?: Date;
};

export type WaitOptions = {
  /** Only messages with a greater id, or edited since the call. */
  after?: number;
  timeoutMs?: number;
};

export type SandboxUser = {
  id: number;
  /** Sends a text; longer than 4096 units goes as several messages, as Telegram's clients do. Returns the last id. */
  send(text: string): number;
  /** A string presses the newest visible button with that label; `{data}` replays arbitrary callback data. */
  press(button: string | { data: string; messageId?: number }): void;
  sendPhoto(bytes: Uint8Array, caption?: string): number;
  sendDocument(bytes: Uint8Array, name: string, caption?: string): number;
  sendSticker(): number;
  sendContact(contact: { phoneNumber: string; firstName: string; userId?: number }): number;
  /** Forwards an own text to a group where the bot is; the group appears with its first message. */
  forwardToGroup(groupId: number, text: string): number;
  /** `/start payload`, as a deep link does. */
  startBot(payload?: string): number;
  block(): void;
  unblock(): void;
  messages(): readonly SandboxMessage[];
  toasts(): readonly string[];
  waitFor(
    match: string | RegExp | ((message: SandboxMessage) => boolean),
    options?: WaitOptions,
  ): Promise<SandboxMessage>;
};

export type SandboxCall = {
  at: Date;
  method: string;
  chatId?: number;
  /** HTTP status of the answer; 0 while it is not answered and when the connection was reset. */
  status: number;
  payload: Readonly<Record<string, unknown>>;
};

export type FaultReply =
  | { status: 429; retryAfter: number }
  | { status: 400 | 403; description: string }
  | { status: 400; migratedTo: number }
  | { status: 500 }
  | { reset: 'before' | 'after' }
  | { delayMs: number };

/** The next `times` calls of the method (to the chat, when given) get the reply instead of, or around, the real one. */
export type Fault = { method: string; chatId?: number; times: number; reply: FaultReply };

export type SandboxLink = { label: string; href: string };
