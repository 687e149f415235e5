import { nameKey } from '../../rules/name-key.ts';
import type { SheetName, SheetRow, StaffRole, TermKind } from '../sheets.ts';
import { en } from './en.ts';
import { ru } from './ru.ts';

type ColumnText = { heading: string; hint: string };

/** All words of a workbook in one language. */
export type Headings = {
  sheets: { [S in SheetName]: string };
  /** What a sheet is for, in the guide. */
  about: { [S in SheetName]: string };
  columns: { [S in SheetName]: { [C in keyof SheetRow[S]]: ColumnText } };
  words: {
    termKinds: Record<TermKind, string>;
    /** From Monday on. */
    weekdays: readonly string[];
    shortWeekdays: readonly string[];
    flags: { yes: string; no: string };
  };
  roles: Record<StaffRole, string>;
  relations: readonly string[];
  guide: {
    title: string;
    lines: readonly string[];
    sheet: string;
    column: string;
    required: string;
    what: string;
  };
  /** The hidden sheet of drop-down lists. */
  lists: string;
  /** What the spreadsheet says to a wrong cell. */
  wrongCell: string;
};

export const LANGUAGES = ['ru', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

export const HEADINGS: Record<Language, Headings> = { ru, en };

/** Search key of a title or heading: letters and digits alone, so that «Фамилия *» is «фамилия». */
export function headingKey(text: string): string {
  return nameKey(text)
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** The sheet a title means, and in which language; null if none. */
export function findSheet(title: string): { name: SheetName; language: Language } | null {
  const key = headingKey(title);
  for (const language of LANGUAGES) {
    for (const [name, own] of Object.entries(HEADINGS[language].sheets)) {
      if (headingKey(own) === key) {
        return { name: name as SheetName, language };
      }
    }
  }
  return null;
}

/** Whether a title is of a sheet we write for people and never read. */
export function isOurOwnSheet(title: string): boolean {
  const key = headingKey(title);
  return LANGUAGES.some((language) =>
    [HEADINGS[language].guide.title, HEADINGS[language].lists].map(headingKey).includes(key),
  );
}

/** The column of a sheet a heading means, or null. */
export function findColumn(sheet: SheetName, heading: string): string | null {
  const key = headingKey(heading);
  for (const language of LANGUAGES) {
    const columns: Record<string, ColumnText> = HEADINGS[language].columns[sheet];
    const found = Object.entries(columns).find(([, own]) => headingKey(own.heading) === key);
    if (found) {
      return found[0];
    }
  }
  return null;
}

/** How a column is headed. */
export function headingOf(sheet: SheetName, column: string, language: Language): string {
  const columns: Record<string, ColumnText> = HEADINGS[language].columns[sheet];
  return columns[column]?.heading ?? column;
}
