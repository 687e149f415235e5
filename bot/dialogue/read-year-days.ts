import { dayFrom } from './read-order.ts';

const DAY = String.raw`(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})`;
const DAYS = new RegExp(String.raw`[\s,;]+${DAY}\s*[-–—]\s*${DAY}\s*[.]?\s*$`, 'u');

/** Reads «45-у от 29.05.2027; 01.09.2027–26.05.2028»: the order and two days; null without them. */
export function readYearDays(
  text: string,
): { order: string; days: { startsOn: string; endsOn: string } } | null {
  const found = DAYS.exec(text);
  const startsOn = found && dayFrom(found.slice(1, 4));
  const endsOn = found && dayFrom(found.slice(4, 7));
  return startsOn && endsOn
    ? { order: text.slice(0, found.index), days: { startsOn, endsOn } }
    : null;
}
