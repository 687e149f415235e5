import { press } from './press.ts';

/** Where an «Undo» button stands: under a lesson's screen or a card of what was understood. */
export type UndoPlace = 'lesson' | 'card';

// The dialogue's own operations are named so; nothing else is undone from a chat.
const OPERATION = /^chat:(\d{1,12})$/;

/** The button that takes back one operation of the chat. */
export function undoPress(operation: string, place: UndoPlace): string {
  return press('undo1', OPERATION.exec(operation)?.[1] ?? 0, place);
}

/** The operation named in a payload; null for anything we never wrote. */
export function readUndo(args: readonly string[]): { operation: string; place: UndoPlace } | null {
  const [number = '', place] = args;
  if (!/^\d{1,12}$/.test(number) || (place !== 'lesson' && place !== 'card')) {
    return null;
  }
  return { operation: `chat:${number}`, place };
}
