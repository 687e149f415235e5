import type { HeaderWord } from './header-words.ts';
import { kindOf } from './lexicon.ts';
import { matchGroup } from './match-group.ts';
import { matchSubject } from './match-subject.ts';
import { readDate } from './read-date.ts';
import type { CourseRef } from './types.ts';

/** What stands behind the class or the subject of a header. */
export type Tail<C extends CourseRef> = {
  courses: C[];
  subjectRead: boolean;
  date: string | null;
  badDate: string | null;
  /** Kinds of work as typed. */
  kinds: string[];
  /** Where the body begins in the text. */
  end: number;
  /** The header ends in its colon or line end. */
  closed: boolean;
  /** Words that fit nothing and yet stand before the colon. */
  left: HeaderWord[];
};

const SUBJECT_WORDS = 4;
const AHEAD = 4;

/**
 * Reads subject, group, date and kinds of work in any order until a colon or the first word that is
 * none of them. `from` is where the body begins if there are none.
 */
export function readTail<C extends CourseRef>({
  words,
  courses,
  today,
  isClosed,
  from,
}: {
  words: readonly HeaderWord[];
  courses: readonly C[];
  today: string;
  isClosed: boolean;
  from: number;
}): Tail<C> {
  const tail: Tail<C> = {
    courses: [...courses],
    subjectRead: false,
    date: null,
    badDate: null,
    kinds: [],
    end: from,
    closed: words.length === 0 && isClosed,
    left: [],
  };
  // Before a comma there may be pupils already, so the colon behind it says nothing of the header.
  const hasColon = isClosed && !words.some(({ text }) => text === ',' || text === ';');
  for (let i = 0; i < words.length; ) {
    if (words[i]?.text === ',') {
      i += 1;
      continue;
    }
    const taken = readItem(words.slice(i, i + AHEAD), tail, { today, hasColon });
    if (taken === 0) {
      tail.left = hasColon ? words.slice(i) : [];
      break;
    }
    i += taken;
    tail.end = words[i - 1]?.end ?? tail.end;
    tail.closed = words[i - 1]?.closed === true;
  }
  return tail;
}

/** Takes one item from the beginning of some words; gives how many words it was, 0 if none. */
function readItem<C extends CourseRef>(
  words: readonly HeaderWord[],
  tail: Tail<C>,
  { today, hasColon }: { today: string; hasColon: boolean },
): number {
  const keys = words.map(({ key }) => key);
  const date = tail.date === null ? readDate(keys, today, hasColon) : null;
  if (date && 'badDate' in date) {
    tail.badDate = date.badDate;
    return 0;
  }
  if (date) {
    tail.date = date.date;
    return date.taken;
  }
  for (let taken = Math.min(SUBJECT_WORDS, keys.length); taken > 0 && !tail.subjectRead; taken--) {
    const found = matchSubject(keys.slice(0, taken), tail.courses);
    if (found.length > 0) {
      tail.courses = found;
      tail.subjectRead = true;
      return taken;
    }
  }
  const group = matchGroup(keys, tail.courses, hasColon);
  if (group) {
    tail.courses = group.courses;
    return group.taken;
  }
  if (kindOf(keys[0] ?? '') !== null) {
    tail.kinds.push(words[0]?.text ?? '');
    return /^работ[аыу]$/.test(keys[1] ?? '') ? 2 : 1;
  }
  return 0;
}
