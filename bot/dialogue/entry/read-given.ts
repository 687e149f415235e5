import { absenceOf, isPendingWord, kindOf, takesGenitive } from './lexicon.ts';
import type { NameFinder } from './name-finder.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { EntryGiving } from './types.ts';

/** What stands beside a name. */
export type Given = EntryGiving & {
  /** The first piece that is no value of the journal, as typed. */
  wrong: string | null;
  /** Names beside it stand in the genitive: «нет Иванова». */
  genitive: boolean;
};

/** Whether a token can be nothing but a value when it isn't part of a name. */
export function isValue(token: Token | undefined): boolean {
  switch (token?.is) {
    case 'number':
    case 'marks':
    case 'point':
    case 'junk':
      return true;
    case 'word':
      return absenceOf(token.key) !== null || isPendingWord(token.key);
    default:
      return false;
  }
}

/** Whether a word is a kind of work here and no name of the list. */
export function isKind(token: Token | undefined, names: NameFinder): boolean {
  return token?.is === 'word' && kindOf(token.key) !== null && !names.begins(token.key);
}

/** «Н. Козлов» is a name that begins with its initial. */
export function isInitial(token: Token, after: Token | undefined): boolean {
  return token.is === 'word' && token.dotted && after?.is === 'word' && !isValue(after);
}

/** Says nothing but a kind of work. */
export function isOnlyKind({ marks, absence, kind, wrong }: Given): boolean {
  return kind !== null && marks.length === 0 && absence === null && wrong === null;
}

/** Reads values and a kind of work from `start` on, up to the next name. */
export function readGiven(
  tokens: readonly Token[],
  start: number,
  names: NameFinder,
): { given: Given; next: number } {
  const given: Given = {
    marks: [],
    absence: null,
    kind: null,
    comment: null,
    wrong: null,
    genitive: false,
  };
  let next = start;
  for (; next < tokens.length; next += 1) {
    const token = tokens[next];
    const after = tokens[next + 1];
    if (!token || !belongs(token, after, names)) {
      break;
    }
    const read = given.marks.length > 0 || given.absence !== null;
    if (token.is === 'dash' && read && after?.is === 'number') {
      given.wrong ??= `${tokens[next - 1]?.text ?? ''} ${token.text} ${after.text}`.trim();
    }
    take(token, given, names);
  }
  return { given, next };
}

function belongs(token: Token, after: Token | undefined, names: NameFinder): boolean {
  if (token.is === 'colon' || token.is === 'dash') {
    return true;
  }
  if (token.is === 'comment') {
    return true;
  }
  return !isInitial(token, after) && (isValue(token) || isKind(token, names));
}

function take(token: Token, given: Given, names: NameFinder): void {
  if (given.comment !== null && isValue(token)) {
    // Whether the comment is of this one too can't be told.
    given.wrong ??= token.text;
  }
  switch (token.is) {
    case 'number':
      if (token.value >= 1 && token.value <= 5) {
        given.marks.push(token.value);
      } else {
        given.wrong ??= token.text;
      }
      break;
    case 'marks':
      given.marks.push(...token.values);
      break;
    case 'point':
      given.marks.push(null);
      break;
    case 'junk':
      given.wrong ??= token.text;
      break;
    case 'comment':
      if (given.comment !== null || givesToOthers(token.comment, names)) {
        given.wrong ??= token.text;
      }
      given.comment ??= token.comment;
      break;
    case 'word':
      takeWord(token.key, token.text, given);
      break;
  }
}

/** «Иванов 5 (Петрова 4)»: brackets with an entry of their own are no comment. */
function givesToOthers(comment: string, names: NameFinder): boolean {
  const tokens = tokensOf(comment);
  return tokens.some(
    (token, i) =>
      token.is === 'word' && names.find([token.key], 'any').length > 0 && isValue(tokens[i + 1]),
  );
}

function takeWord(key: string, text: string, given: Given): void {
  const absence = absenceOf(key);
  const kind = kindOf(key);
  if (isPendingWord(key)) {
    given.marks.push(null);
  } else if (absence !== null) {
    if (given.absence !== null) {
      given.wrong ??= text;
    }
    given.absence ??= absence;
    given.genitive ||= takesGenitive(key);
  } else if (kind !== null) {
    if (given.kind !== null && given.kind !== kind) {
      given.wrong ??= text;
    }
    given.kind ??= kind;
  }
}
