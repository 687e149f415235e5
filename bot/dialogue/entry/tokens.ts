import { commentOf, takeComments } from './comments.ts';
import { absenceOf, isPendingWord, joinPhrases, kindOf } from './lexicon.ts';
import { wordKey } from './word-key.ts';

/** One piece of a message's body. `text` is as typed. */
export type Token =
  | { is: 'word'; text: string; key: string; dotted: boolean }
  | { is: 'number'; text: string; value: number }
  /** «5/4» */
  | { is: 'marks'; text: string; values: number[] }
  /** A point standing alone: work owed. */
  | { is: 'point'; text: string }
  /** «№12» */
  | { is: 'list-number'; text: string; value: number }
  /** «(отличный доклад)»: about the marks before it. */
  | { is: 'comment'; text: string; comment: string }
  /** Digits or signs that are no value of the journal. */
  | { is: 'junk'; text: string }
  | { is: 'and' | 'dash' | 'colon'; text: string }
  /** A comma, or a full stop that ends a sentence. */
  | { is: 'comma'; text: string }
  /** A semicolon or the end of a line. */
  | { is: 'break'; text: string };

const PIECE = /[\n;]|,|[^\s,;]+(?:(?<=\d),(?=\d)[^\s,;]+)*/gu;
const WORD = /^\p{L}(?:[\p{L}'’‐‑–—\-/.]*\p{L})?$/u;

/** Cuts a body into tokens. A comma between two digits («5,4») stays inside its piece. */
export function tokensOf(body: string): Token[] {
  const { text, comments } = takeComments(body.normalize('NFC'));
  const spaced = joinPhrases(text)
    .replace(/[\u00AD\u200B-\u200D\uFEFF]/g, '')
    .replace(/\r\n?/g, '\n')
    // «1. Иванов 5» on a line of its own: the number only counts the lines.
    .replace(/^[ \t]*\d{1,2}[.)][ \t]+(?=\p{L})/gmu, '')
    .replace(/(?<!\d):|:(?!\d)|=/g, ' : ')
    .replace(/№\s*/g, ' №')
    .replace(/(?<=\d)[ \t]*\/[ \t]*(?=\d)/g, '/')
    .replace(/(?<=\p{L})[-–—](?=\d)/gu, ' - ')
    .replace(/(?<=\s)[-–—](?=\d)/gu, '- ');
  const tokens: Token[] = [];
  for (const [piece] of spaced.matchAll(PIECE)) {
    const comment = commentOf(piece, comments);
    if (comment !== null) {
      if (tokens.at(-1)?.text === '.' && tokens.at(-1)?.is === 'comma') {
        // The point of a shortened word: «самост. (без ошибок)».
        tokens.pop();
      }
      tokens.push({ is: 'comment', text: `(${comment})`, comment });
    } else {
      readPiece(piece, tokens);
    }
  }
  return joinHyphens(tokens);
}

function readPiece(piece: string, tokens: Token[]): void {
  if (piece === '\n' || piece === ';') {
    tokens.push({ is: 'break', text: piece });
  } else if (piece === ',') {
    tokens.push({ is: 'comma', text: piece });
  } else if (piece === ':') {
    tokens.push({ is: 'colon', text: piece });
  } else if (/^[-‐‑–—−]+$/.test(piece)) {
    tokens.push({ is: 'dash', text: piece });
  } else if (/^[.•·]$/.test(piece)) {
    tokens.push({ is: 'point', text: piece });
  } else {
    readBare(piece.replace(/^[("«„“]+/, '').replace(/[)"»“”!]+$/, ''), tokens);
  }
}

function readBare(bare: string, tokens: Token[]): void {
  if (bare === '') {
    return;
  }
  const stopped = /^(.+?)\.+$/u.exec(bare)?.[1];
  const text = stopped ?? bare;
  const isInitial = /(?:^|\.)\p{L}$/u.test(text);
  if (/^(?:0|[1-9]\d?)$/.test(text)) {
    tokens.push({ is: 'number', text, value: Number(text) });
  } else if (/^[1-5](?:\/[1-5])+$/.test(text)) {
    tokens.push({ is: 'marks', text, values: text.split('/').map(Number) });
  } else if (/^№\d{1,3}$/.test(text)) {
    tokens.push({ is: 'list-number', text, value: Number(text.slice(1)) });
  } else if (WORD.test(text)) {
    const key = wordKey(text);
    const dotted = stopped !== undefined && isInitial;
    if (key === 'и' && !dotted) {
      tokens.push({ is: 'and', text });
      return;
    }
    tokens.push({ is: 'word', text: dotted ? bare : text, key, dotted });
    if (dotted) {
      return;
    }
  } else {
    tokens.push({ is: 'junk', text: bare });
    return;
  }
  if (stopped !== undefined) {
    tokens.push({ is: 'comma', text: '.' });
  }
}

/** «Римский - Корсаков» is one word; before a code or a kind of work a dash is only a dash. */
function joinHyphens(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const [before, dash] = joined.slice(-2);
    const isName =
      token.is === 'word' &&
      token.key.length > 2 &&
      absenceOf(token.key) === null &&
      kindOf(token.key) === null &&
      !isPendingWord(token.key);
    if (isName && dash?.is === 'dash' && before?.is === 'word' && before.key.length > 2) {
      const text = `${before.text}-${token.text}`;
      const key = `${before.key}-${token.key}`;
      joined.splice(-2, 2, { is: 'word', text, key, dotted: token.dotted });
    } else {
      joined.push(token);
    }
  }
  return joined;
}
