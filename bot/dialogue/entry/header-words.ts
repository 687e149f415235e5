import { wordKey } from './word-key.ts';

/** A word of a message's beginning and where it ends in the text. */
export type HeaderWord = { key: string; text: string; end: number; closed: boolean };

// Class, group, subject, date and kind of work together take no more.
const WORDS_READ = 16;

/**
 * The first words of a text, up to and with the first that ends in a colon or a line end, which is
 * marked as closed.
 */
export function headerWords(text: string): HeaderWord[] {
  const words: HeaderWord[] = [];
  for (const match of text.matchAll(/([^\s:,;]+|[,;])([^\S\n]*)(:|\n|$)?/gu)) {
    const [whole, written = '', , mark] = match;
    const closed = mark !== undefined && mark !== '';
    const key = wordKey(written.replace(/[«»"“”„]/g, '')).replace(/(?<=\p{L})\.$/u, '');
    words.push({ key, text: written, end: match.index + whole.length, closed });
    if (closed || words.length === WORDS_READ) {
      break;
    }
  }
  return words;
}
