import type { CourseRef } from './types.ts';
import { wordKey } from './word-key.ts';

const GROUP_WORD = /^(?:гр|группа|группы|подгр|подгруппа|подгруппы)$/;

/**
 * Reads a subgroup from the beginning of some words: «группа 1», «1 гр.», or its own name. Gives its
 * courses and how many words it took; null if no course has such a group. `ownNames` is false where
 * the words may be pupils: groups are often named after their teachers.
 */
export function matchGroup<C extends CourseRef>(
  words: readonly string[],
  courses: readonly C[],
  ownNames: boolean,
): { courses: C[]; taken: number } | null {
  const [first = '', second = ''] = words;
  const grouped = courses.filter(({ groupName }) => groupName !== '');
  const number = numberOf(first, second);
  if (number !== null) {
    const numbered = grouped.filter(({ groupName }) => groupName.match(/\d+/)?.[0] === number);
    return numbered.length > 0 ? { courses: numbered, taken: 2 } : null;
  }
  for (let taken = ownNames ? Math.min(3, words.length) : 0; taken > 0; taken -= 1) {
    const written = words.slice(0, taken).join(' ');
    const named = grouped.filter(({ groupName }) => {
      const key = wordKey(groupName);
      return key === written || (written.length >= 3 && key.startsWith(written));
    });
    if (named.length > 0) {
      return { courses: named, taken };
    }
  }
  return null;
}

function numberOf(first: string, second: string): string | null {
  if (GROUP_WORD.test(first) && /^\d$/.test(second)) {
    return second;
  }
  return /^\d$/.test(first) && GROUP_WORD.test(second) ? first : null;
}
