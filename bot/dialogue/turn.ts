import type { By } from '../../db/actions/by.ts';
import type { View } from '../../db/actions/note-views.ts';
import type { BackupPlace } from '../../db/backup/place.ts';
import type { Refusal } from '../../db/errors.ts';
import type { Db, Tx } from '../../db/open.ts';
import type { Caller } from '../../db/reports/caller.ts';
import type { Texts } from '../texts/ru.ts';
import type { Event } from './event.ts';
import type { Wanted } from './reason-dialog.ts';
import type { Button, Reply, ReplyFile, Said } from './reply.ts';

export type DialogueConfig = {
  language: 'ru' | 'en';
  /** How much a message may say of names: 152-FZ and foreign messengers. */
  names: 'full' | 'short' | 'none';
  /** Secret that codes are hashed with. */
  pepper: string;
  /** For deep links; without the @. */
  botUsername: string;
  /** Where browsers reach the panel: scheme, host and port. */
  panelOrigin: string;
  /** Where backups go; absent in the demo, which has none. */
  backups?: BackupPlace;
};

export type DialogueDeps = {
  db: Db;
  config: DialogueConfig;
  texts: Record<'ru' | 'en', Texts>;
  /** The bytes of a file somebody has sent; null if its messenger doesn't give them now. */
  fetchFile: (fileId: string) => Promise<Uint8Array | null>;
};

/** One event being answered. `caller` is null for a chat that is linked to nobody. */
export type Turn<E extends Event = Event> = {
  event: E;
  caller: Caller | null;
  texts: Texts;
  /** For what is said to others. */
  allTexts: DialogueDeps['texts'];
  db: Db;
  config: DialogueConfig;
  fetchFile: DialogueDeps['fetchFile'];
  /** The children that the answer shows; added to by `saw`. */
  viewed: View[];
};

export type TextTurn = Turn<Event & { kind: 'text' }>;
export type PressTurn = Turn<Event & { kind: 'press' }>;
export type FileTurn = Turn<Event & { kind: 'file' }>;

/**
 * The answer to an event. What only reads is said at once. What writes is run inside the event's own
 * transaction, with the actor's rights read again in it; if it is refused, `refused` may say it
 * better than the plain sentence (a fresh screen, an offer), or give null for the sentence. `wanted`
 * is the change a text asks for, so that it can be done once its reason was given.
 */
export type Answer = Said | Writing;
export type Writing = {
  write: (tx: Tx, by: By) => Promise<Said>;
  refused?: (refusal: Refusal) => Promise<Answer | null>;
  wanted?: Wanted;
};

/** One message and nothing else. */
export function say(reply: Reply): Said {
  return { replies: [reply] };
}

/**
 * The screen a button stands on, redrawn in place. Words can't take the place of a picture: they are
 * said beneath it, and it stays.
 */
export function redraw({ event }: PressTurn, screen: Screen): Said {
  const beneath = event.onFile && !screen.file;
  return say(beneath ? screen : { ...screen, replace: event.messageId });
}

/** The way back from a picture to words: it goes, and they come. */
export function goBack(turn: PressTurn, screen: Screen): Said {
  return turn.event.onFile
    ? { replies: [{ remove: turn.event.messageId }, screen] }
    : redraw(turn, screen);
}

/** A message that isn't sent yet: what views make. */
export type Screen = { text: string; buttons?: Button[][]; file?: ReplyFile; secret?: true };
