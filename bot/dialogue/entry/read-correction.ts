import type { Standing } from '../../../db/rules/standing.ts';
import { splitAt, textOf } from './chunks.ts';
import { absenceOf, isPendingWord } from './lexicon.ts';
import { nameFinder } from './name-finder.ts';
import { isValue } from './read-given.ts';
import { type Token, tokensOf } from './tokens.ts';
import type { PupilRef } from './types.ts';

/** «Иванов не 5 а 4»: what stands wrongly, and what is right; null is nothing. */
export type Correction = {
  /** As typed. */
  written: string;
  from: Standing;
  to: Standing | null;
  /** Whom it may mean; `sure` is false where the name is almost theirs, or fits several. */
  candidates: number[];
  sure: boolean;
};

// Surname, first name, patronymic.
const NAME_WORDS = 3;

type Change = { from: Standing; to: Standing | null };
type Draft = Change & { name: Token[]; genitive: boolean };

/**
 * Reads a message that corrects what was written before: «Иванов не 5 а 4», «Иванов 4, а не 5»,
 * «у Иванова 4 вместо 5», «Иванову не н». Null if it is no correction; `mixed` if only a part of it is.
 */
export function readCorrections(
  body: string,
  roster: readonly PupilRef[],
): Correction[] | 'mixed' | null {
  const drafts = chunksOf(body).map(readDraft);
  const read = drafts.filter((draft) => draft !== null);
  if (read.length === 0) {
    return null;
  }
  return read.length < drafts.length ? 'mixed' : read.map((draft) => resolve(draft, roster));
}

/** Whether a text has the form of a correction, whoever it is of. */
export function looksLikeCorrection(body: string): boolean {
  return chunksOf(body).some((chunk) => readDraft(chunk) !== null);
}

function chunksOf(body: string): Token[][] {
  const tokens = tokensOf(body).filter(({ is }) => is !== 'dash' && is !== 'colon');
  const joined = tokens.filter((token, i) => token.is !== 'comma' || !isWord(tokens[i + 1], 'а'));
  return splitAt(joined, 'comma', 'break');
}

function readDraft(chunk: readonly Token[]): Draft | null {
  const [first, second] = chunk;
  // «у Иванова»: the preposition, not the code.
  const isName = second?.is === 'word' && (second.dotted || !isValue(second));
  const genitive = isWord(first, 'у') && isName;
  const tokens = genitive ? chunk.slice(1) : chunk;
  const end = nameEnd(tokens);
  const name = tokens.slice(0, end);
  const change = readChange(tokens.slice(end));
  return name.length > 0 && change ? { name, genitive, ...change } : null;
}

/** Where a name ends: before «не», «вместо» or the first value; a list number is a name of its own. */
function nameEnd(tokens: readonly Token[]): number {
  const [first] = tokens;
  if (first?.is === 'number' || first?.is === 'list-number') {
    return 1;
  }
  const end = tokens.findIndex(
    (token, i) =>
      isWord(token, 'не') ||
      isWord(token, 'вместо') ||
      (standingOf(token) !== null && !(token.is === 'word' && token.dotted && i < NAME_WORDS)),
  );
  const length = end < 0 ? tokens.length : end;
  // «Толстой И»: the initial, not the conjunction.
  const isName = tokens
    .slice(0, length)
    .every(({ is }, i) => is === 'word' || (is === 'and' && i > 0));
  return isName && length <= NAME_WORDS ? length : 0;
}

function readChange(tokens: readonly Token[]): Change | null {
  const shape = tokens.map((token) =>
    token.is === 'word' && WORDS.includes(token.key) ? token.key : 'V',
  );
  const values = tokens.map(standingOf);
  const find = (from: number, to: number | null) => {
    const [was, now] = [values[from] ?? null, to === null ? null : (values[to] ?? null)];
    return was === null || (to !== null && now === null) ? null : { from: was, to: now };
  };
  switch (shape.join(' ')) {
    case 'не V':
      return find(1, null);
    case 'не V а V':
      return find(1, 3);
    case 'V а не V':
      return find(3, 0);
    case 'V вместо V':
      return find(2, 0);
    case 'вместо V V':
      return find(1, 2);
    default:
      return null;
  }
}

const WORDS = ['не', 'а', 'вместо'];

function isWord(token: Token | undefined, key: string): boolean {
  // «А. Иванов» begins with an initial.
  return token?.is === 'word' && token.key === key && !token.dotted;
}

function standingOf(token: Token): Standing | null {
  if (token.is === 'number') {
    return token.value >= 1 && token.value <= 5 ? { mark: token.value } : null;
  }
  if (token.is === 'point' || (token.is === 'word' && isPendingWord(token.key))) {
    return { mark: null };
  }
  const absence = token.is === 'word' ? absenceOf(token.key) : null;
  return absence === null ? null : { absence };
}

function resolve({ name, genitive, from, to }: Draft, roster: readonly PupilRef[]): Correction {
  const written = textOf(name);
  const [first] = name;
  if (first?.is === 'number' || first?.is === 'list-number') {
    const candidates = roster.filter(({ number }) => number === first.value).map(idOf);
    return { written, from, to, candidates, sure: candidates.length === 1 };
  }
  const words = name.flatMap((token) =>
    token.is === 'word' ? token.key.split('.').filter((piece) => piece !== '') : ['и'],
  );
  const names = nameFinder(roster);
  const found = names.find(words, genitive ? 'any' : 'nominative');
  return found.length > 0
    ? { written, from, to, candidates: found, sure: found.length === 1 }
    : { written, from, to, candidates: names.nearest(words), sure: false };
}

const idOf = ({ pupilId }: PupilRef): number => pupilId;
