import { nameKey } from '../../../db/rules/name-key.ts';

// Latin letters that look like Cyrillic ones on a keyboard left in the other layout.
const LOOK_ALIKES: Record<string, string> = {
  a: 'а',
  b: 'в',
  c: 'с',
  e: 'е',
  h: 'н',
  k: 'к',
  m: 'м',
  o: 'о',
  p: 'р',
  t: 'т',
  x: 'х',
  y: 'у',
};

/** The search key of a typed word: a name's key, with Latin look-alikes read as Cyrillic letters. */
export function wordKey(text: string): string {
  const key = nameKey(text);
  if (!/[a-z]/.test(key)) {
    return key;
  }
  const read = key.replace(/[a-z]/g, (letter) => LOOK_ALIKES[letter] ?? letter);
  return /[a-z]/.test(read) ? key : read;
}
