import { CLASS, type Classmate, isFirstName, plain, surnameLevel } from './entry-class.ts';

type Line = { pupilId: number; marks: readonly (number | null)[]; absence: string | null };

const CODES: Record<string, RegExp> = {
  absent: /^(?:н|нб|нет|не|кроме|был[аио]?|отсутств\p{L}*)$/u,
  ill: /^(?:б|бол(?:ен|ьна|ьны|еет|еют|ел|ела|ели|езни))$/u,
  excused: /^(?:у|ув\p{L}*|уваж\p{L}*)$/u,
  late: /^(?:о|оп|опозд\p{L}*)$/u,
};
const EVERYBODY = /^(?:все|всем|всех|всему|весь)$/;
const OF_ENTRIES =
  /^(?:и|точк[ау]|здесь|тут|есть|по|за|исключением|причин\p{L}*|классу?|дз|работа|доски)$/u;
const KINDS = /^(?:контрольн|самост|практическ|домашн|проект|ответ|устн)\p{L}*$/u;
// A keyboard left in the other layout.
const LATIN = 'abcehkmoptxy';
const CYRILLIC = 'авсенкмортху';

/**
 * Whether a message really gives a pupil this, told without the reader: some piece between
 * separators names the pupil (or everybody), and it or one near before it has all the values; such a
 * piece consists of nothing but names of the class, values and words of entries. Of a list that
 * begins with its value («5 Ивнов, Петрова») another name may be wrong.
 */
export function isLegitimate(text: string, { pupilId, marks, absence }: Line): boolean {
  const pupil = CLASS.find((one) => one.pupilId === pupilId);
  const pieces = withoutComments(text)
    .split(/[\n;,:]/)
    .map(wordsOf);
  const clean = pieces.map((words) => words.every(isKnown));
  const named = pieces.findLastIndex(
    (words, i) => clean[i] && words.some((word) => EVERYBODY.test(word) || names(pupil, word)),
  );
  const valued = pieces.findIndex(
    (words, i) =>
      (clean[i] || (i < named && isValue(words[0] ?? ''))) &&
      marks.every((value) => words.includes(value === null ? '•' : String(value))) &&
      (absence === null || words.some((word) => CODES[absence]?.test(word))),
  );
  // «Иванов: 5» has its value in the next piece.
  return named >= 0 && valued >= 0 && valued <= named + 1;
}

function names(pupil: Classmate | undefined, word: string): boolean {
  return (
    pupil !== undefined &&
    (surnameLevel(pupil, word) > 0 || isFirstName(pupil, word) || word === String(pupil.number))
  );
}

const isValue = (word: string): boolean =>
  /^[1-5•]$/.test(word) || Object.values(CODES).some((code) => code.test(word));

function isKnown(word: string): boolean {
  return (
    // A slip of a mark («6», «5-», «54») is somebody's value, though none that is taken.
    /^(?:\d\S*|•|\p{L})$/u.test(word) ||
    OF_ENTRIES.test(word) ||
    KINDS.test(word) ||
    EVERYBODY.test(word) ||
    isValue(word) ||
    CLASS.some((one) => names(one, word) || plain(one.firstName).startsWith(word))
  );
}

/** Brackets with several words in them. */
function withoutComments(text: string): string {
  return text.replace(/\([^()]*\p{L}{4}[^()]*\)/gu, ' ');
}

/** Words and numbers, and • for a point that owes work. Whatever else stands there is a word too. */
function wordsOf(piece: string): string[] {
  const spaced = plain(piece)
    .replace(/[a-z]/g, (letter) => CYRILLIC[LATIN.indexOf(letter)] ?? letter)
    .replaceAll('=', ' ')
    .replace(/точк[ау]|(?<=^|\s)[.•·](?=$|\s)/gu, ' • ')
    .replace(/[«»"“”„()!№/.–—]|(?<=^|\s)-+(?=$|\s)/gu, ' ');
  return spaced.split(/[\s\u200b-\u200d\ufeff\u00ad]+/).filter((word) => word !== '');
}
