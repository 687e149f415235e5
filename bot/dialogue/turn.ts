import type { By } from '../../db/actions/by.ts';
import type { Refusal } from '../../db/errors.ts';
import type { Db, Tx } from '../../db/open.ts';
import type { Caller } from '../../db/reports/caller.ts';
import type { Texts } from '../texts/ru.ts';
import type { Event } from './event.ts';
import type { Button, Reply, ReplyFile, Said } from './reply.ts';

export type DialogueConfig = {
  language: 'ru' | 'en';
  /** How much a message may say of names: 152-FZ and foreign messengers. */
  names: 'full' | 'short' | 'none';
  /** Secret that codes are hashed with. */
  pepper: string;
  /** For deep links; without the @. */
  botUsername: string;
};

export type DialogueDeps = { db: Db; config: DialogueConfig; texts: Record<'ru' | 'en', Texts> };

/** One event being answered. `caller` is null for a chat that is linked to nobody. */
export type Turn<E extends Event = Event> = {
  event: E;
  caller: Caller | null;
  texts: Texts;
  /** For what is said to others. */
  allTexts: DialogueDeps['texts'];
  db: Db;
  config: DialogueConfig;
};

export type TextTurn = Turn<Event & { kind: 'text' }>;
export type PressTurn = Turn<Event & { kind: 'press' }>;
export type FileTurn = Turn<Event & { kind: 'file' }>;

/**
 * The answer to an event. What only reads is said at once. What writes is run inside the event's own
 * transaction, with the actor's rights read again in it; if it is refused, `refused` may say it
 * better than the plain sentence (a fresh screen, an offer), or give null for the sentence.
 */
export type Answer = Said | Writing;
export type Writing = {
  write: (tx: Tx, by: By) => Promise<Said>;
  refused?: (refusal: Refusal) => Promise<Said | null>;
};

/** One message and nothing else. */
export function say(reply: Reply): Said {
  return { replies: [reply] };
}

/** The screen a button stands on, redrawn in place. */
export function redraw(turn: PressTurn, screen: Screen): Said {
  return say({ ...screen, replace: turn.event.messageId });
}

/** A message that isn't sent yet: what views make. */
export type Screen = { text: string; buttons?: Button[][]; file?: ReplyFile };
