import { isAllWord, isExceptWord, isOpenerWord, kindOf } from './lexicon.ts';
import { isValue } from './read-given.ts';
import type { Token } from './tokens.ts';

/**
 * Makes one segment of «5:», «отсутствуют:» or «нет …» and the lines of bare names under it. A line
 * end right after a colon separates nothing.
 */
export function joinListedLines(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  let listing = false;
  for (const line of linesOf(tokens)) {
    const { end, words } = line;
    if (listing && words.length > 0 && words.every(isBareName) && joined.length > 0) {
      joined.push({ is: 'comma', text: ',' }, ...words);
    } else {
      if (joined.length > 0 && joined.at(-1)?.is !== 'colon') {
        joined.push({ is: 'break', text: line.before });
      }
      joined.push(...words);
      listing = opensList(words);
    }
    listing &&= end === '\n';
  }
  return joined;
}

type Line = { words: Token[]; before: string; end: string };

function linesOf(tokens: readonly Token[]): Line[] {
  const lines: Line[] = [{ words: [], before: '', end: '' }];
  for (const token of tokens) {
    const line = lines.at(-1);
    if (token.is === 'break') {
      if (line) {
        line.end = token.text;
      }
      lines.push({ words: [], before: token.text, end: '' });
    } else {
      line?.words.push(token);
    }
  }
  return lines;
}

function opensList(words: readonly Token[]): boolean {
  const [first] = words;
  const colon = words.findIndex(({ is }) => is === 'colon');
  const opener = first?.is === 'word' && isOpenerWord(first.key);
  return opener || (colon > 0 && words.slice(0, colon).every(isValue));
}

function isBareName(token: Token): boolean {
  if (token.is !== 'word') {
    return token.is === 'and' || token.is === 'comma';
  }
  const { key } = token;
  return !isValue(token) && !isAllWord(key) && !isExceptWord(key) && kindOf(key) === null;
}
