const MONTHS = [
  'января',
  'февраля',
  'марта',
  'апреля',
  'мая',
  'июня',
  'июля',
  'августа',
  'сентября',
  'октября',
  'ноября',
  'декабря',
];

const DAY_MS = 86_400_000;
const SEPTEMBER = 9;

export type DateReading = { date: string; taken: number } | { badDate: string } | null;

/**
 * Reads a date from the beginning of some words (search keys): «12.10», «12.10.2026», «12 октября»,
 * «вчера», «сегодня», «позавчера». Without a year, that day of the school year `today` is in (a
 * school-local ISO date), even if it is still to come. `taken` counts words; null if there is no date.
 * `monthNames` is false where «5 Марта» may be a mark and a name.
 */
export function readDate(
  words: readonly string[],
  today: string,
  monthNames: boolean,
): DateReading {
  const [first = '', second = '', third = ''] = words;
  const ago = ['сегодня', 'вчера', 'позавчера'].indexOf(first);
  if (ago >= 0) {
    const date = new Date(Date.parse(today) - ago * DAY_MS).toISOString().slice(0, 10);
    return { date, taken: 1 };
  }
  const digits = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}|\d{2}))?\.?$/.exec(first);
  if (digits) {
    const [, day, month, year] = digits;
    return made({ day: Number(day), month: Number(month), year, written: first, taken: 1 }, today);
  }
  const month = MONTHS.indexOf(second) + 1;
  if (monthNames && /^\d{1,2}$/.test(first) && month > 0) {
    const year = /^\d{4}$/.test(third) ? third : undefined;
    const written = `${first} ${second}`;
    return made({ day: Number(first), month, year, written, taken: year ? 3 : 2 }, today);
  }
  return null;
}

type Written = {
  day: number;
  month: number;
  year: string | undefined;
  written: string;
  taken: number;
};

function made({ day, month, year, written, taken }: Written, today: string): DateReading {
  const full = year === undefined ? schoolYearOf(month, today) : Number(year.padStart(4, '20'));
  const date = [String(full), pad(month), pad(day)].join('-');
  const time = Date.parse(date);
  const exists = !Number.isNaN(time) && new Date(time).toISOString().startsWith(date);
  return exists ? { date, taken } : { badDate: written };
}

/** The calendar year in which a month of the current school year is; it begins in September. */
function schoolYearOf(month: number, today: string): number {
  const [year, thisMonth] = today.split('-').map(Number);
  const begins = (thisMonth ?? 1) >= SEPTEMBER ? (year ?? 0) : (year ?? 0) - 1;
  return month >= SEPTEMBER ? begins : begins + 1;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
