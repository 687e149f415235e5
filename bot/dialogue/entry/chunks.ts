import type { Token } from './tokens.ts';

/** Cuts tokens at every token of the given sorts; empty pieces are left out. */
export function splitAt(tokens: readonly Token[], ...sorts: Token['is'][]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (sorts.includes(token.is)) {
      pieces.push([]);
    } else {
      pieces.at(-1)?.push(token);
    }
  }
  return pieces.filter((piece) => piece.some(({ is }) => is !== 'dash' && is !== 'colon'));
}

export function isSeparator(token: Token | undefined): boolean {
  return token?.is === 'comma' || token?.is === 'break';
}

/** Tokens as they were typed, with single spaces. */
export function textOf(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }) => (text === '\n' ? ' ' : text))
    .join(' ')
    .replace(/ +(?=[,;:.])/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
