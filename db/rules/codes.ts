/** Crockford's base 32: digits and letters without I, L, O and U. */
export const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 13 characters of 5 bits each: 65 bits. */
export const CODE_LENGTH = 13;

/** 128 bits as base64url. */
export const TOKEN_LENGTH = 22;

// What a hand writes for another letter, and the Russian letters that look like Latin ones.
const MISREAD: Record<string, string> = {
  O: '0',
  I: '1',
  L: '1',
  О: '0',
  А: 'A',
  В: 'B',
  Е: 'E',
  К: 'K',
  М: 'M',
  Н: 'H',
  Р: 'P',
  С: 'C',
  Т: 'T',
  Х: 'X',
};

/** A code that somebody sent: typed, or the token of a deep link. */
export type SentCode = { kind: 'code' | 'token'; value: string };

/** How a code is shown: XXXX-XXXXX-XXXX. */
export function formatCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4, 9)}-${code.slice(9)}`;
}

/**
 * Reads a typed code, whatever its case, dashes, spaces and look-alike letters; null if it can't be
 * one. Every code of ours has a digit above 1, which tells it from a word.
 */
export function readCode(typed: string): string | null {
  const letters = [...typed.toUpperCase().replace(/[\s\-‐‑‒–—−_.]/g, '')];
  const code = letters.map((letter) => MISREAD[letter] ?? letter).join('');
  return isCode(code) && hasMarkOfCode(code) ? code : null;
}

/** Whether a new code can be told from a word; one in forty can't and is drawn again. */
export function hasMarkOfCode(code: string): boolean {
  return /[2-9]/.test(code);
}

/**
 * The codes within a message, each once: it is a code itself, or a command, a link or a forwarded
 * note with codes in it. A note names the same code twice, by its link and typed: the link counts.
 */
export function findCodes(text: string): SentCode[] {
  const command = /^\/start(?:@\w+)?\s+/i;
  const body = text.trim().replace(command, '');
  if (body.length === TOKEN_LENGTH && /^[\w-]+$/.test(body)) {
    return [{ kind: 'token', value: body }];
  }
  const whole = command.test(text.trim()) || isGrouped(body) ? readCode(body) : null;
  if (whole) {
    return [{ kind: 'code', value: whole }];
  }
  const tokens = unique(body.matchAll(/[?&]start=([\w-]{22})(?![\w-])/g));
  if (tokens.length > 0) {
    return tokens.map((value) => ({ kind: 'token', value }));
  }
  const typed = [
    ...body.matchAll(/(?<![\p{L}\d])([\p{L}\d]{4}-[\p{L}\d]{5}-[\p{L}\d]{4})(?![\p{L}\d])/gu),
  ];
  const codes = typed.flatMap(([, group = '']) => readCode(group) ?? []);
  return [...new Set(codes)].map((value) => ({ kind: 'code', value }));
}

/**
 * Spaces stand where we print them, or nowhere: «Комарова Вера 5» is a mark, though each of its
 * letters could be of a code.
 */
function isGrouped(text: string): boolean {
  const words = text.replace(/\s*[-‐‑‒–—−_.]\s*/g, '').split(/\s+/);
  const lengths = words.map((word) => [...word].length).join();
  return lengths === '13' || lengths === '4,5,4';
}

function isCode(text: string): boolean {
  return text.length === CODE_LENGTH && [...text].every((letter) => CODE_ALPHABET.includes(letter));
}

function unique(matches: Iterable<RegExpMatchArray>): string[] {
  return [...new Set([...matches].map(([, group = '']) => group))];
}
