import type { NameCase, NameFinder } from './name-finder.ts';

// Surname, first name, patronymic.
const WORDS_OF_NAME = 3;

type Way = { parts: string[][]; unique: boolean };

/**
 * Divides words written without commas («Иванов Петрова Артём») into names; null if they can't be
 * divided into names of the list, or in two ways. The fewest names win, so that a first name belongs
 * to the surname beside it; first names alone are taken only where no surname stands among them.
 */
export function splitRun(
  words: readonly string[],
  names: NameFinder,
  nameCase: NameCase,
): string[][] | null {
  const fits = (part: readonly string[]) => names.find(part, nameCase).length > 0;
  if (fits(words)) {
    return [[...words]];
  }
  if (words.every((word) => names.isFirstName(word))) {
    return words.map((word) => [word]);
  }
  const isName = (part: readonly string[]) =>
    fits(part) && (part.length > 1 || !names.isFirstName(part[0] ?? ''));
  const ways: (Way | null)[] = [{ parts: [], unique: true }];
  for (let end = 1; end <= words.length; end += 1) {
    ways.push(fewest(words, end, ways, isName));
  }
  const way = ways.at(-1);
  return way?.unique ? way.parts : null;
}

/** The division of the words before `end` into the fewest names, and whether it is the only one. */
function fewest(
  words: readonly string[],
  end: number,
  ways: readonly (Way | null)[],
  isName: (part: readonly string[]) => boolean,
): Way | null {
  const found: Way[] = [];
  for (let length = 1; length <= Math.min(WORDS_OF_NAME, end); length += 1) {
    const part = words.slice(end - length, end);
    const before = ways[end - length];
    if (before && isName(part)) {
      found.push({ parts: [...before.parts, part], unique: before.unique });
    }
  }
  const least = Math.min(...found.map(({ parts }) => parts.length));
  const [best, ...others] = found.filter(({ parts }) => parts.length === least);
  return best ? { ...best, unique: best.unique && others.length === 0 } : null;
}
