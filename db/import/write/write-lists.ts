import type { Worksheet } from 'exceljs';
import { COLUMNS } from '../columns.ts';
import type { Headings } from '../headings/headings.ts';
import type { SheetName } from '../sheets.ts';

/** Formulas of drop-down lists: fixed words, or what stands on another sheet. */
export type Lists = {
  termKinds: string;
  weekdays: string;
  flags: string;
  roles: string;
  relations: string;
  classes: string;
  subjects: string;
  staff: string;
  pupils: string;
};

// How far down a list looks for names and keys on another sheet.
const REACH = { subjects: 200, staff: 500, pupils: 3_000 };
const CLASSES = 150;

/** Fills the hidden sheet of words and class names; gives the formula of each list. */
export function writeLists(worksheet: Worksheet, headings: Headings): Lists {
  const { words, roles, relations, sheets } = headings;
  const columns: string[] = [];
  const write = (values: readonly (string | { formula: string; result: string })[]): string => {
    const column = worksheet.getColumn(columns.length + 1);
    column.values = [...values];
    columns.push(column.letter);
    return `'${headings.lists}'!$${column.letter}$1:$${column.letter}$${values.length}`;
  };
  return {
    termKinds: write(Object.values(words.termKinds)),
    weekdays: write(words.weekdays),
    flags: write(Object.values(words.flags)),
    roles: write(Object.values(roles)),
    relations: write(relations),
    classes: write(classNames(sheets.classes)),
    subjects: columnOf('subjects', 'name', sheets, REACH.subjects),
    staff: columnOf('staff', 'key', sheets, REACH.staff),
    pupils: columnOf('pupils', 'key', sheets, REACH.pupils),
  };
}

/** A class's name is put together from its two columns by the spreadsheet itself. */
function classNames(title: string): { formula: string; result: string }[] {
  return Array.from({ length: CLASSES }, (_, index) => {
    const row = index + 2;
    return { formula: `'${title}'!A${row}&'${title}'!B${row}`, result: '' };
  });
}

function columnOf(
  sheet: SheetName,
  column: string,
  titles: Headings['sheets'],
  reach: number,
): string {
  const at = Object.keys(COLUMNS[sheet]).indexOf(column);
  const letter = String.fromCharCode('A'.charCodeAt(0) + at);
  return `'${titles[sheet]}'!$${letter}$2:$${letter}$${reach}`;
}
