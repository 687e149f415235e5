import { addDays } from '../../db/days.ts';

/** An order as somebody wrote it: «Иванов Пётр, приказ № 15 от 01.12.2026 с 03.12.2026». */
export type ReadOrder = {
  /** What stands before it, without «приказ» and commas. */
  before: string;
  number: string;
  /** Days as 'YYYY-MM-DD': of the order, and the one it takes effect on, if it is another. */
  date: string;
  day: string | null;
};

const DATE = String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})`;
const ORDER = new RegExp(
  String.raw`(?:№\s*|(?<![\p{L}\d]))([\d][\p{L}\d/-]{0,15})\s*(?:,|\s)\s*(?:(?:от|of)\s*)?${DATE}(?:\s*,?\s*(?:с|по|from)\s*${DATE})?\s*[.]?\s*$`,
  'iu',
);

/** Reads the number and the date of an order at the end of a text; null where there is none. */
export function readOrder(text: string): ReadOrder | null {
  const line = text.replace(/\s+/g, ' ').trim();
  const found = ORDER.exec(line);
  if (!found) {
    return null;
  }
  const [, number = '', ...parts] = found;
  const date = dayFrom(parts.slice(0, 3));
  const written = parts[3] === undefined ? null : dayFrom(parts.slice(3, 6));
  if (date === null || (parts[3] !== undefined && written === null)) {
    return null;
  }
  const before = line
    .slice(0, found.index)
    .replace(/(?<!\p{L})(?:приказ|order)(?!\p{L})/giu, ' ')
    .replace(/[,;:№\s]+$/u, '')
    .trim();
  return { before, number, date, day: written };
}

/** A day from its written parts; null for one that is not in the calendar. */
export function dayFrom([date = '', month = '', year = '']: (string | undefined)[]): string | null {
  const full = year.length === 2 ? `20${year}` : year;
  const day = `${full}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  // A day that isn't in the calendar does not come back as it was.
  return addDays(day, 0) === day ? day : null;
}

/** Reads «Иванов Пётр Олегович»: two to four words of letters; null for anything else. */
export function readFullName(
  text: string,
): { lastName: string; firstName: string; middleName: string | null } | null {
  const words = text.split(/\s+/);
  const proper = words.every((word) => /^\p{L}[\p{L}'’-]{0,39}$/u.test(word));
  const [lastName, firstName, ...rest] = words;
  if (!proper || lastName === undefined || firstName === undefined || rest.length > 2) {
    return null;
  }
  return { lastName, firstName, middleName: rest.join(' ') || null };
}
