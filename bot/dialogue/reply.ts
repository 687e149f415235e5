import type { View } from '../../db/actions/note-views.ts';
import type { Paper } from '../views/papers/paper.ts';
import type { Slips } from '../views/prints/slips.ts';
import type { Book } from '../views/sheets/book.ts';

/** A button of a message; `press` is at most 64 bytes (see `press.ts`). */
export type Button = { text: string; press: string };

/** A line of a chat's command menu. */
export type MenuItem = { command: string; description: string };

/** A file that a messenger keeps: it is sent by what that messenger calls it. */
export type StoredFile = { kind: 'photo' | 'document'; fileId: string; name: string };

/**
 * A file as the text it is made of: a picture as its SVG, a workbook as its cells, printed slips and
 * reports as their words, a person's record as its lines. All become bytes only when they are sent.
 * So the outbox holds some 15 kB of JSON for a
 * page of a journal where the finished PNG would be 80 kB of base64, and a repeated try draws it again.
 */
export type DrawnFile =
  | { kind: 'photo'; name: string; svg: string }
  | { kind: 'document'; name: string; book: Book }
  | { kind: 'document'; name: string; slips: Slips }
  | { kind: 'document'; name: string; paper: Paper; as: 'xlsx' | 'pdf' }
  | { kind: 'document'; name: string; packed: Packed };

/**
 * Much text, packed small: a JSON file as it is, a record (`PrintedRecord` as JSON) to be set, or a
 * document (`Paper` as JSON) that becomes a print or a workbook.
 */
export type Packed = { as: 'json' | 'record' | 'pdf' | 'xlsx'; text: string };

/** A file of a message. */
export type ReplyFile = DrawnFile | StoredFile;

/** A file as a messenger sends it: as bytes, or by what it calls one it keeps already. */
export type ReadyFile = { kind: ReplyFile['kind']; name: string; bytes: Uint8Array } | StoredFile;

/**
 * What the screen a file was asked from shows while the file is made, if that takes longer than a
 * moment: `busy` (how much is done comes after it) with `stop`, then `done` or `stopped` with the way
 * `back`. Texts are HTML.
 */
export type Meanwhile = {
  screen: string;
  busy: string;
  stop: Button;
  done: string;
  stopped: string;
  back: Button[][];
};

/**
 * What the bot does in the chat it was spoken to: says something (`text` is HTML of the tags b, i,
 * code, pre, blockquote, a; views alone escape), puts it in the place of an earlier message, removes
 * one, or publishes the chat's own command menu. With a file the text is its caption, 1024
 * characters; a text alone can't take the place of a file. `secret` holds an access code: once it is
 * sent, nothing of it is kept. `silent` comes without a
 * sound.
 */
export type Reply<File = ReplyFile> =
  | {
      text: string;
      buttons?: Button[][];
      replace?: string;
      file?: File;
      meanwhile?: Meanwhile;
      secret?: true;
      silent?: true;
    }
  | { remove: string }
  | { menu: MenuItem[] };

/**
 * All that is said to one event. The toast shows over the screen after a press; 200 characters.
 * `views` are the children it shows.
 */
export type Said = { replies: Reply[]; toast?: string; views?: readonly View[] };
