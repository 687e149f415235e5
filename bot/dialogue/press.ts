import type { LessonKey } from '../../db/actions/by.ts';
import type { Answer, PressTurn } from './turn.ts';

// Telegram allows 1–64 bytes of callback data.
const LIMIT = 64;

/** Handlers of a conversation's buttons by verb. A verb whose arguments change gets a new number. */
export type PressTable = Record<string, (turn: PressTurn, args: string[]) => Promise<Answer>>;

/**
 * Writes a button's payload, as `mark1:12.20261012.2:345:5`: a versioned verb and ids. It says what
 * is meant, never who may: rights are checked on the press.
 */
export function press(verb: string, ...args: (string | number)[]): string {
  const data = [verb, ...args].join(':');
  if (Buffer.byteLength(data) > LIMIT) {
    throw new Error(`the payload of ${verb} is over ${LIMIT} bytes`);
  }
  return data;
}

export function readPress(data: string): { verb: string; args: string[] } {
  const [verb = '', ...args] = data.split(':');
  return { verb, args };
}

/** A lesson as it stands in a payload: `courseId.yyyymmdd.number`. */
export function lessonArg({ courseId, date, number }: LessonKey): string {
  return `${courseId}.${date.replaceAll('-', '')}.${number}`;
}

/** Reads a lesson from a payload; null for anything we never wrote. */
export function readLessonArg(arg: string | undefined): LessonKey | null {
  const found = /^(\d{1,9})\.(\d{4})(\d{2})(\d{2})\.(\d{1,2})$/.exec(arg ?? '');
  if (!found) {
    return null;
  }
  const [, courseId, year, month, day, number] = found;
  const date = `${year}-${month}-${day}`;
  if (Number.isNaN(Date.parse(date))) {
    return null;
  }
  return { courseId: Number(courseId), date, number: Number(number) };
}

/** Reads a positive id from a payload; null for anything else. */
export function readId(arg: string | undefined): number | null {
  return /^\d{1,9}$/.test(arg ?? '') ? Number(arg) : null;
}

/** Reads a day from a payload (`yyyy-mm-dd`); null for anything else. */
export function readDay(arg: string | undefined): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(arg ?? '') && !Number.isNaN(Date.parse(arg ?? ''))
    ? (arg ?? null)
    : null;
}

/** The id in a payload; 0, which nothing of ours has, where none stands: it gets what a foreign one gets. */
export function idOf(text: string | undefined): number {
  return readId(text) ?? 0;
}
