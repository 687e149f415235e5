import type { LessonKey } from '../../db/actions/by.ts';
import type { Db } from '../../db/open.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { readDialog } from './dialogs.ts';
import type { Chosen } from './entry-plan.ts';

/** A message whose course is still to be chosen by a button. */
export type WaitingEntry = { body: string; date: string | null };

/** The card of the last message: what was written, and which of its questions are answered. */
export type Card = {
  operation: string;
  body: string;
  /** The kind of work where the message names none. */
  kind: WorkKindKey;
  chosen: Chosen[];
  /** Pupils nothing was written for, as a record stood in the way. */
  left: number[];
};

/** What free text means in a chat where a lesson is open, or where a course is being chosen. */
export type EntryData = OpenEntry | { waiting: WaitingEntry };

/** An open lesson, and the kind of work that was chosen on its screen. */
export type OpenEntry = {
  lesson: LessonKey;
  kind: WorkKindKey;
  card?: Card;
  /** Files that are still to come in one go with one for the homework. */
  album?: string;
};

/** The entry that is going on in a chat, or null. */
export async function readEntry(db: Db, chat: string): Promise<EntryData | null> {
  const dialog = await readDialog(db, chat);
  return dialog?.name === 'entry' ? (dialog.data as EntryData) : null;
}

/** The lesson that is open in a chat, or null. */
export async function readOpenEntry(db: Db, chat: string): Promise<OpenEntry | null> {
  const entry = await readEntry(db, chat);
  return entry && 'lesson' in entry ? entry : null;
}
