import type { BehaviourKind } from '../../db/reports/behaviour-notes.ts';
import { press } from './press.ts';

// What the buttons of behaviour notes carry.

export const pickPress = (classId: number, page: number) => press('bclass1', classId, page);

/** Ticks a pupil or takes the tick away: a second tap changes nothing. */
export const tickPress = (
  of: { classId: number; pupilId: number; page: number },
  chosen: boolean,
) => press('btick1', of.classId, of.pupilId, chosen ? 1 : 0, of.page);

export const kindPress = (kind: BehaviourKind) => press('bkind1', kind);

/** Takes the template with this place in its kind's list. */
export const templatePress = (index: number) => press('btext1', index);

/** Writes the draft with this number; one that was written or replaced since is not. */
export const writePress = (draft: number) => press('bwrite1', draft);

export const dropPress = () => press('bdrop1');

/** Takes back what one operation of the chat wrote; null if it has another origin. */
export function undoPress(operation: string): string | null {
  const number = /^chat:(\d{1,12})$/.exec(operation)?.[1];
  return number === undefined ? null : press('bundo1', number);
}

/** The operation in a payload; null for anything we never wrote. */
export function readUndoArg(arg: string | undefined): string | null {
  return /^\d{1,12}$/.test(arg ?? '') ? `chat:${arg}` : null;
}

/** A parent has taken note; `list` goes on with the list it was pressed in. */
export const knowPress = (noteId: number, place: 'message' | 'list') =>
  press('bknow1', noteId, place);

export const classNotesPress = (classId: number, page: number) => press('bnotes1', classId, page);

/** A pupil's notes for the class teacher: the newest, or those before one of them. */
export const pupilNotesPress = (of: { classId: number; pupilId: number }, before: number | null) =>
  press('bpupil1', of.classId, of.pupilId, before ?? 0);

/** An own child's notes: the newest, or those before one of them. */
export const childNotesPress = (pupilId: number, before: number | null) =>
  press('bchild1', pupilId, before ?? 0);
