import { type HeaderWord, headerWords } from './header-words.ts';
import { absenceOf, isAllWord, isPendingWord, kindOf } from './lexicon.ts';
import { type ClassReading, coursesOfClass, readClass } from './match-class.ts';
import { matchSubject } from './match-subject.ts';
import { readTail, type Tail } from './read-tail.ts';
import type { CourseRef } from './types.ts';

export type HeaderReading<C extends CourseRef = CourseRef> =
  | { found: 'course'; course: C; date: string | null; body: string }
  /** Several subjects or groups fit: they are asked by buttons. */
  | { found: 'several'; courses: C[]; date: string | null; body: string }
  /** No class and no subject: an entry for the lesson that is open. */
  | { found: 'none'; body: string }
  | { found: 'unknown-class'; written: string }
  | { found: 'unknown-subject'; className: string; subjects: string[] }
  | { found: 'bad-date'; written: string };

/**
 * Splits «7А алгебра 12.10: …» into course, date and body, against the courses this teacher may
 * write. Class and subject may stand in either order, with a group, a date and a kind of work behind
 * them; the kind is put at the beginning of the body, where it is everybody's. A subject without a
 * class needs a colon. `today` is a school-local ISO date.
 */
export function readHeader<C extends CourseRef>(
  text: string,
  courses: readonly C[],
  today: string,
): HeaderReading<C> {
  const words = headerWords(text);
  const isClosed = words.at(-1)?.closed === true;
  const read = (rest: readonly HeaderWord[], among: readonly C[], taken: number): Tail<C> =>
    readTail({ words: rest, courses: among, today, isClosed, from: words[taken - 1]?.end ?? 0 });
  return (
    classFirst(text, words, courses, read) ??
    subjectFirst(text, words, courses, read) ?? { found: 'none', body: text }
  );
}

type ReadTail<C extends CourseRef> = (
  rest: readonly HeaderWord[],
  among: readonly C[],
  taken: number,
) => Tail<C>;

function classFirst<C extends CourseRef>(
  text: string,
  words: readonly HeaderWord[],
  courses: readonly C[],
  read: ReadTail<C>,
): HeaderReading<C> | null {
  for (const reading of readClass(words)) {
    const { name, taken } = reading;
    const rest = restOf(words, taken);
    const hasLetter = /\p{L}/u.test(name);
    const inClass = coursesOfClass(name, courses);
    const sameGrade = courses.filter(({ grade }) => !hasLetter && String(grade) === name);
    const among = inClass.length > 0 ? inClass : sameGrade;
    const tail = read(rest, among, taken);
    const isHeader =
      tail.subjectRead || (hasLetter && (taken === 1 || tail.date !== null || rest.length === 0));
    if (among.length > 0 && isHeader) {
      return decide(text, tail, { sure: inClass.length > 0, classFound: true });
    }
    if (among.length === 0 && hasLetter && namesClass(reading, rest, words, courses, read)) {
      return { found: 'unknown-class', written: reading.written };
    }
  }
  return null;
}

/** Whether what looks like a class is one, though nobody teaches it: «5н Козлов» isn't. */
function namesClass<C extends CourseRef>(
  { taken }: ClassReading,
  rest: readonly HeaderWord[],
  words: readonly HeaderWord[],
  courses: readonly C[],
  read: ReadTail<C>,
): boolean {
  const closed = words.at(-1)?.closed === true && !words.some(isSeparatorWord);
  return (taken === 1 && closed) || read(rest, courses, taken).subjectRead;
}

function subjectFirst<C extends CourseRef>(
  text: string,
  words: readonly HeaderWord[],
  courses: readonly C[],
  read: ReadTail<C>,
): HeaderReading<C> | null {
  for (let taken = Math.min(4, words.length); taken > 0; taken -= 1) {
    const named = words.slice(0, taken);
    if (named.some(isSeparatorWord) || named.slice(0, -1).some(({ closed }) => closed)) {
      continue;
    }
    const found = matchSubject(
      named.map(({ key }) => key),
      courses,
    );
    if (found.length === 0) {
      continue;
    }
    const rest = restOf(words, taken);
    for (const { name, written, taken: more } of readClass(rest)) {
      const inClass = coursesOfClass(name, found);
      const after = restOf(words, taken + more);
      if (inClass.length > 0) {
        return decide(text, read(after, inClass, taken + more), { sure: true, classFound: false });
      }
      if (/\p{L}/u.test(name) && more === 1) {
        return { found: 'unknown-class', written };
      }
    }
    const tail = read(rest, found, taken);
    return tail.closed ? decide(text, tail, { sure: true, classFound: false }) : null;
  }
  return null;
}

/** `sure` is false if only the grade was written: then even one course is asked. */
function decide<C extends CourseRef>(
  text: string,
  tail: Tail<C>,
  { sure, classFound }: { sure: boolean; classFound: boolean },
): HeaderReading<C> {
  const { courses, date, kinds, end, left } = tail;
  const [course, ...others] = courses;
  if (tail.badDate !== null) {
    return { found: 'bad-date', written: tail.badDate };
  }
  if (!course || (classFound && !tail.subjectRead && left.length > 0 && !isBody(left))) {
    const subjects = [...new Set(courses.map(({ subject }) => subject))];
    return { found: 'unknown-subject', className: course?.className ?? '', subjects };
  }
  const rest = text.slice(end).trim();
  const body = kinds.length > 0 ? `${kinds.join(' ')}: ${rest}` : rest;
  return sure && others.length === 0
    ? { found: 'course', course, date, body }
    : { found: 'several', courses, date, body };
}

/** Whether the words before a colon belong to the body: «7А отсутствуют: Иванов», «7А 5: Иванов». */
function isBody([first]: readonly HeaderWord[]): boolean {
  const key = first?.key ?? '';
  return (
    !/^\p{L}/u.test(key) ||
    absenceOf(key) !== null ||
    isAllWord(key) ||
    isPendingWord(key) ||
    kindOf(key) !== null
  );
}

/** The words behind the first `taken`; none if a colon closes those. */
function restOf(words: readonly HeaderWord[], taken: number): readonly HeaderWord[] {
  return words.slice(0, taken).some(({ closed }) => closed) ? [] : words.slice(taken);
}

const isSeparatorWord = ({ text }: HeaderWord): boolean => text === ',' || text === ';';
