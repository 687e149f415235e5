import { absenceOf, kindOf } from './lexicon.ts';
import type { NameFinder } from './name-finder.ts';
import { type Given, isInitial, isKind, isValue, readGiven } from './read-given.ts';
import type { Token } from './tokens.ts';

/** Words that stand together, each cut into the pieces of a name: «Козлов А.С.» has three. */
export type Run = { words: string[]; text: string };

export type NamesPart = { is: 'names'; runs: Run[] };
export type GivenPart = { is: 'given'; given: Given };
export type Part = NamesPart | GivenPart;

/**
 * Where a chunk stands, which decides what a letter after a surname is: `list` «Козлов н», `names`
 * «5 Козлов Н», `opener` «нет Козлова Н.», `except` «кроме Козлова н».
 */
export type Place = 'list' | 'names' | 'opener' | 'except';

/** Cuts a chunk into names and what is given, in their order; null if it can be read in two ways. */
export function readParts(
  tokens: readonly Token[],
  names: NameFinder,
  place: Place,
): Part[] | null {
  const parts: Part[] = [];
  let runs: Run[] = [];
  let run: Run | null = null;
  for (let i = 0; i < tokens.length; ) {
    const token = tokens[i];
    const after = tokens[i + 1];
    if (!token) {
      break;
    }
    if (token.is === 'list-number') {
      return null;
    }
    if (token.is === 'and' && run) {
      const initial = after?.is !== 'word' || (isValue(after) && !isInitial(after, tokens[i + 2]));
      if (initial && !names.continues(run.words, 'и')) {
        return null;
      }
      if (initial) {
        extend(run, 'и', token.text);
      } else {
        runs.push(run);
        run = null;
      }
      i += 1;
      continue;
    }
    if (token.is === 'and' && parts.length > 0 && after?.is === 'word' && !isValue(after)) {
      i += 1;
      continue;
    }
    if (token.is === 'word') {
      const role = run
        ? roleInside(run, token, behindSigns(tokens, i), names, place)
        : roleAtStart(token, after, names);
      if (role === 'unclear') {
        return null;
      }
      if (role === 'name') {
        run ??= { words: [], text: '' };
        extend(run, token.key, token.text);
        i += 1;
        continue;
      }
    } else if (token.is === 'and' || token.is === 'comma' || token.is === 'break') {
      return null;
    }
    if (run) {
      parts.push({ is: 'names', runs: [...runs, run] });
      runs = [];
      run = null;
    } else if (runs.length > 0) {
      return null;
    }
    const { given, next } = readGiven(tokens, i, names);
    parts.push({ is: 'given', given });
    i = Math.max(next, i + 1);
  }
  if (run) {
    parts.push({ is: 'names', runs: [...runs, run] });
  }
  return parts;
}

/** The order of a chunk's parts: n for names, g for what is given. */
export function shapeOf(parts: readonly Part[]): string {
  return parts.map(({ is }) => is[0]).join('');
}

/** The next token that is more than a dash or a colon: «Козлов О. – 5». */
function behindSigns(tokens: readonly Token[], index: number): Token | undefined {
  return tokens.slice(index + 1).find(({ is }) => is !== 'dash' && is !== 'colon');
}

type Word = Extract<Token, { is: 'word' }>;
type Role = 'name' | 'given' | 'unclear';

function roleAtStart(token: Word, after: Token | undefined, names: NameFinder): Role {
  return !isInitial(token, after) && (isValue(token) || isKind(token, names)) ? 'given' : 'name';
}

/** What a word is after the words of a name. A letter can be an initial or a code of absence. */
function roleInside(
  run: Run,
  token: Word,
  after: Token | undefined,
  names: NameFinder,
  place: Place,
): Role {
  const continues = names.continues(run.words, token.key);
  if (kindOf(token.key) !== null) {
    return continues || names.begins(token.key) ? 'name' : 'given';
  }
  if (!isValue(token)) {
    return 'name';
  }
  if (token.key.length > 1 || !continues) {
    return 'given';
  }
  const valueFollows = isValue(after);
  if (token.dotted) {
    return valueFollows || place !== 'list' ? 'name' : 'unclear';
  }
  if (place === 'names') {
    return 'name';
  }
  const isOnlyOne = names.find(run.words, 'any').length === 1;
  if (valueFollows) {
    // Being late goes with marks, so both readings of «Козлов о 5» make sense.
    if (absenceOf(token.key) === 'late') {
      return 'unclear';
    }
    return isOnlyOne ? 'given' : 'name';
  }
  // Before «и» the value may still come: «Козлов Н и Петров 5».
  if (after?.is === 'and') {
    return 'unclear';
  }
  return isOnlyOne || place === 'list' ? 'given' : 'unclear';
}

function extend(run: Run, key: string, text: string): void {
  run.words.push(...key.split('.').filter((piece) => piece !== ''));
  run.text = run.text === '' ? text : `${run.text} ${text}`;
}
