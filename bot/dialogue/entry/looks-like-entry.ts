import { splitAt } from './chunks.ts';
import { isAllWord, isExceptWord, isOpenerWord, isPresentWord, kindOf } from './lexicon.ts';
import { looksLikeCorrection } from './read-correction.ts';
import { isValue } from './read-given.ts';
import { type Token, tokensOf } from './tokens.ts';

// Words of talk that stand before a number or a letter: «буду в 5», «как у вас».
const TALK =
  /^(?:а|в|во|на|к|ко|с|со|до|по|из|за|от|об|для|при|через|около|после|как|что|это|где|когда|кто|мне|нам|вам|вас|нас|я|мы|вы|он|она|они|не|да|или|но|же|ли|бы|мой|моя|буду|будет|дом|кабинет|кв|тел)$/;

// A class before a subject or a colon: «7А алгебра», «7-а:».
const CLASS_START = /^\s*(?:1[01]|[1-9])\s?-?\s?[«"]?\p{L}[»"]?(?:\s*:|\s+\p{L}{3,}[^\n]*?[:\d])/u;

// Surname, first name, patronymic and one more for «и».
const NAME_WORDS = 4;

/**
 * Whether a text sent out of the blue is meant as marks or absences, without knowing any names. Only
 * sends the text to the reader or to the general answer; what is taken for a mark is decided there.
 */
export function looksLikeEntry(text: string): boolean {
  if (CLASS_START.test(text)) {
    return true;
  }
  const colon = text.indexOf(':');
  const behind = colon < 0 ? '' : text.slice(colon + 1);
  return [text, behind].some((part) => {
    if (looksLikeCorrection(part)) {
      return true;
    }
    const chunks = splitAt(tokensOf(part), 'comma', 'break');
    return chunks.some(isEntry);
  });
}

function isEntry(chunk: readonly Token[]): boolean {
  const tokens = chunk.filter(({ is }) => !['dash', 'colon', 'and', 'comment'].includes(is));
  const [first, second, ...rest] = tokens;
  if (!first || !second) {
    return false;
  }
  if (first.is === 'word' && isAllWord(first.key)) {
    const word = second.is === 'word' ? second.key : '';
    return isValue(second) || isPresentWord(word) || isExceptWord(word);
  }
  if (first.is === 'word' && isOpenerWord(first.key)) {
    return tokens.slice(1).every(isNameWord) && tokens.length <= NAME_WORDS + 1;
  }
  if (first.is === 'number' || first.is === 'list-number') {
    const values = [second, ...rest];
    return values.every((token) => isEntryValue(token)) || isRun(tokens);
  }
  return isRun(tokens);
}

/** Names and values by turns, ending in the other sort than they began with. */
function isRun(tokens: readonly Token[]): boolean {
  let names = 0;
  let turns = 0;
  let before: 'name' | 'value' | null = null;
  for (const token of tokens) {
    const sort = isEntryValue(token) || isKindWord(token) ? 'value' : 'name';
    if (sort === 'name' && !isNameWord(token)) {
      return false;
    }
    names = sort === 'name' ? names + 1 : 0;
    if (names > NAME_WORDS) {
      return false;
    }
    turns += Number(sort !== before);
    before = sort;
  }
  return turns >= 2 && turns % 2 === 0 && tokens.some(isEntryValue);
}

function isNameWord(token: Token): boolean {
  return token.is === 'word' && !TALK.test(token.key);
}

/** A value, or a short slip of one: «6», «5-», «5.5». */
function isEntryValue(token: Token): boolean {
  return token.is === 'junk' ? /^\d{1,2}(?:[-+.,]\d?)?$/.test(token.text) : isValue(token);
}

function isKindWord(token: Token): boolean {
  return token.is === 'word' && kindOf(token.key) !== null;
}
