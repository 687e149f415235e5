const LATIN = 'ABCEHKMOPTXY';
const RUSSIAN = 'АВСЕНКМОРТХУ';

/**
 * A class's letter as we compare and store it: upper case, without quotes, Latin letters that look
 * like Russian ones read as Russian. Null if it can't be one.
 */
export function classLetter(text: string): string | null {
  const bare = text.replace(/[«»"'“”„\s]/g, '').toUpperCase();
  const letter = [...bare].map((one) => RUSSIAN[LATIN.indexOf(one)] ?? one).join('');
  return /^[\p{L}\d]{0,3}$/u.test(letter) ? letter : null;
}

/** A class's name as we compare it: «7 "a"», «7-А» and «7А» are one. Null if it can't be one. */
export function className(text: string): string | null {
  const [, grade, rest = ''] = /^(1[01]|[1-9])(?!\d)\s*[-‐‑–—]?\s*(.*)$/su.exec(text.trim()) ?? [];
  const letter = classLetter(rest);
  return grade === undefined || letter === null ? null : `${grade}${letter}`;
}
