import type { CellKind } from '../columns.ts';
import type { Headings } from '../headings/headings.ts';

/**
 * What is put into a cell: real dates and times, words in the workbook's language. A text stays one
 * even if it begins with «=», «+», «-» or «@».
 */
export function writtenValue(
  kind: CellKind | undefined,
  value: unknown,
  { words, roles }: Headings,
): string | number | Date | null {
  if (value === null || value === undefined) {
    return null;
  }
  switch (kind?.is) {
    case 'day':
      return new Date(`${value}T00:00:00Z`);
    case 'time':
      return partOfDay(String(value));
    case 'number':
      return Number(value);
    case 'roles':
      return (value as (keyof typeof roles)[]).map((role) => roles[role]).join(', ');
    case 'word':
      return wordOf(kind.of, value, words);
    default:
      return String(value);
  }
}

function partOfDay(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return (hours * 60 + minutes) / (24 * 60);
}

function wordOf(
  list: 'termKinds' | 'weekdays' | 'flags',
  value: unknown,
  words: Headings['words'],
): string {
  switch (list) {
    case 'termKinds':
      return words.termKinds[value as keyof typeof words.termKinds];
    case 'weekdays':
      return words.weekdays[Number(value) - 1] ?? String(value);
    case 'flags':
      return value === true ? words.flags.yes : words.flags.no;
  }
}
