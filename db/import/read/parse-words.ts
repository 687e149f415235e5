import { HEADINGS, headingKey, LANGUAGES, type Language } from '../headings/headings.ts';
import type { StaffRole } from '../sheets.ts';
import type { Scalar } from './cell-scalar.ts';

type WordList = 'termKinds' | 'weekdays' | 'flags';

/** The value that a word of a list stands for, in any language of ours; null if it isn't one. */
export function parseWord(list: WordList, scalar: Scalar): string | number | boolean | null {
  const key = headingKey(String(scalar));
  switch (list) {
    case 'termKinds':
      return keyOfWord(key, (words) => words.termKinds);
    case 'weekdays':
      return parseWeekday(key);
    case 'flags':
      return parseFlag(scalar, key);
  }
}

/** The words to choose from, in one language. */
export function wordsOf(list: WordList, language: Language): string[] {
  return Object.values(HEADINGS[language].words[list]);
}

/** The roles a cell names by commas, or the first word that is no role. */
export function parseRoles(text: string): { roles: StaffRole[] } | { unknown: string } {
  const roles = new Set<StaffRole>();
  const written = text.split(/[,;/]/).map((word) => word.trim());
  for (const word of written.filter(Boolean)) {
    const role = LANGUAGES.map((language) =>
      entryOf(headingKey(word), HEADINGS[language].roles),
    ).find((found) => found !== null);
    if (!role) {
      return { unknown: word };
    }
    roles.add(role as StaffRole);
  }
  return { roles: [...roles] };
}

type Words = (typeof HEADINGS)[Language]['words'];

function keyOfWord(key: string, of: (words: Words) => Record<string, string>): string | null {
  for (const language of LANGUAGES) {
    const found = entryOf(key, of(HEADINGS[language].words));
    if (found !== null) {
      return found;
    }
  }
  return null;
}

function entryOf(key: string, words: Record<string, string>): string | null {
  return Object.entries(words).find(([, word]) => headingKey(word) === key)?.[0] ?? null;
}

function parseWeekday(key: string): number | null {
  if (/^[1-7]$/.test(key)) {
    return Number(key);
  }
  for (const language of LANGUAGES) {
    const { weekdays, shortWeekdays } = HEADINGS[language].words;
    for (const names of [weekdays, shortWeekdays]) {
      const index = names.findIndex((name) => headingKey(name) === key);
      if (index >= 0) {
        return index + 1;
      }
    }
  }
  return null;
}

function parseFlag(scalar: Scalar, key: string): boolean | null {
  if (typeof scalar === 'boolean') {
    return scalar;
  }
  if (scalar === '+' || key === '1') {
    return true;
  }
  if (scalar === '-' || key === '0') {
    return false;
  }
  const word = keyOfWord(key, (words) => words.flags);
  return word === null ? null : word === 'yes';
}
