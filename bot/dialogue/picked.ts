const DIGITS = 36;

/**
 * Pupils of a list as a few letters of a payload, with a sign of the list itself: against another
 * list they can't be read.
 */
export function writePicked(pupilIds: readonly number[], picked: ReadonlySet<number>): string {
  const bits = pupilIds.reduce(
    (mask, id, index) => (picked.has(id) ? mask | (1n << BigInt(index)) : mask),
    0n,
  );
  return `${bits.toString(DIGITS)}.${signOf(pupilIds)}`;
}

/** Reads them back; an empty argument is nobody, null is another list or nothing we ever wrote. */
export function readPicked(arg: string, pupilIds: readonly number[]): Set<number> | null {
  if (arg === '') {
    return new Set();
  }
  const [written = '', sign] = arg.split('.');
  if (!/^[0-9a-z]{1,20}$/.test(written) || sign !== signOf(pupilIds)) {
    return null;
  }
  const bits = [...written].reduce(
    (mask, digit) => mask * BigInt(DIGITS) + BigInt(Number.parseInt(digit, DIGITS)),
    0n,
  );
  return new Set(pupilIds.filter((_, index) => (bits >> BigInt(index)) & 1n));
}

/** Three letters that differ for nearly all other lists. */
function signOf(pupilIds: readonly number[]): string {
  const sum = pupilIds.reduce((total, id, index) => (total * 31 + id + index) % DIGITS ** 3, 7);
  return sum.toString(DIGITS);
}
