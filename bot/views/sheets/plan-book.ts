import { COLUMNS } from '../../../db/import/columns.ts';
import { HEADINGS } from '../../../db/import/headings/headings.ts';
import type { SheetRow } from '../../../db/import/sheets.ts';
import type { Book, Cell } from './book.ts';

type PlanRow = SheetRow['plans'];

const NAMES = Object.keys(COLUMNS.plans) as (keyof PlanRow)[];

/** Lines of plans as the workbook that the import reads, in the language of its words. */
export function planBook(rows: readonly PlanRow[], language: 'ru' | 'en'): Book {
  const { sheets, columns } = HEADINGS[language];
  return {
    sheet: sheets.plans,
    widths: NAMES.map((name) => COLUMNS.plans[name].width),
    title: [],
    rows: [
      NAMES.map((name) => ({
        value: columns.plans[name].heading,
        bold: true,
        ground: 'heading',
        align: 'left',
      })),
      ...rows.map((row) => NAMES.map((name) => cellOf(name, row[name]))),
    ],
    frozen: { rows: 1, columns: 0 },
  };
}

function cellOf(name: keyof PlanRow, value: string | number | null): Cell {
  if (typeof value !== 'string') {
    return value;
  }
  if (name === 'plannedOn') {
    return value.split('-').reverse().join('.');
  }
  return { value: value === '' ? null : value, align: 'left' };
}
