import { press } from './press.ts';

/** Where an «Undo» button stands: under a lesson, term marks, a plan, or a card of a message. */
export type UndoPlace = 'lesson' | 'term' | 'plan' | 'card';

const PLACES: readonly UndoPlace[] = ['lesson', 'term', 'plan', 'card'];

// The dialogue's own operations are named so; nothing else is undone from a chat.
const OPERATION = /^chat:(\d{1,12})$/;

/** The button that takes back one operation of the chat. */
export function undoPress(operation: string, place: UndoPlace): string {
  return press('undo1', OPERATION.exec(operation)?.[1] ?? 0, place);
}

/** The operation named in a payload; null for anything we never wrote. */
export function readUndo(args: readonly string[]): { operation: string; place: UndoPlace } | null {
  const [number = '', placeArg] = args;
  const place = PLACES.find((known) => known === placeArg);
  return /^\d{1,12}$/.test(number) && place ? { operation: `chat:${number}`, place } : null;
}
