/** Where an event came from and a reply goes: an opaque address as `tg:123`. */
export type Chat = { address: string; private: boolean };

type From = {
  /** Unique for ever, as `tg:123456`; the same event delivered twice has the same id. */
  id: string;
  chat: Chat;
};

/** Of a photo or a document: what its messenger calls it, its name and media type, its bytes. */
export type FileFacts = { fileId?: string; name?: string; mime?: string; size?: number };

/** What happened in a chat, as plain JSON that no messenger library knows of. */
export type Event = From &
  (
    | { kind: 'text'; text: string; messageId: string }
    | {
        kind: 'press';
        data: string;
        messageId: string;
        pressId: string;
        /** The button stands under a picture or a document. */
        onFile?: true;
      }
    | ({
        kind: 'file';
        file: 'photo' | 'document' | 'sticker' | 'other';
        messageId: string;
        /** What is written under it. */
        caption?: string;
        /** Files sent in one go have the same. */
        album?: string;
      } & FileFacts)
    | { kind: 'blocked' }
    | { kind: 'unblocked' }
  );
