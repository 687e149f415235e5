/** Where an event came from and a reply goes: an opaque address as `tg:123`. */
export type Chat = { address: string; private: boolean };

type From = {
  /** Unique for ever, as `tg:123456`; the same event delivered twice has the same id. */
  id: string;
  chat: Chat;
};

/** A file as its messenger tells of it. */
type EventFile = {
  file: 'photo' | 'document' | 'sticker' | 'other';
  /** The messenger's own name of it, by which it can be fetched or sent again. */
  fileId?: string;
  name?: string;
  mime?: string;
  /** Bytes. */
  size?: number;
  /** What was written under it. */
  caption?: string;
};

/** What happened in a chat, as plain JSON that no messenger library knows of. */
export type Event = From &
  (
    | { kind: 'text'; text: string; messageId: string }
    | { kind: 'press'; data: string; messageId: string; pressId: string }
    | ({ kind: 'file'; messageId: string } & EventFile)
    | { kind: 'blocked' }
    | { kind: 'unblocked' }
  );
