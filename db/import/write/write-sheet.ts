import type { Worksheet } from 'exceljs';
import type { Column } from '../columns.ts';
import type { Headings } from '../headings/headings.ts';
import { HEAD_FILL } from './style.ts';
import { validationOf } from './validation.ts';
import type { Lists } from './write-lists.ts';
import { writtenValue } from './written-value.ts';

// Lists and checks reach this row of an empty template, or as many below the last row written.
const ROWS_AHEAD = 3_000;

const NUMBER_FORMATS: Partial<Record<Column['kind']['is'], string>> = {
  day: 'dd.mm.yyyy',
  time: 'hh:mm',
  number: '0',
};
// Keeps the zeros of keys and phones, and a «=» that somebody types as a text.
const TEXT_FORMAT = '@';

/** Writes one sheet: headings with notes, formats and drop-down lists by column, and rows. */
export function writeSheet(
  worksheet: Worksheet,
  {
    columns,
    texts,
    rows,
    headings,
    lists,
  }: {
    columns: Record<string, Column>;
    texts: Record<string, { heading: string; hint: string }>;
    rows: readonly object[];
    headings: Headings;
    lists: Lists;
  },
): void {
  const names = Object.keys(columns);
  worksheet.columns = names.map((name) => ({
    width: columns[name]?.width ?? 10,
    style: { numFmt: NUMBER_FORMATS[columns[name]?.kind.is ?? 'text'] ?? TEXT_FORMAT },
  }));
  const head = worksheet.getRow(1);
  head.height = 32;
  names.forEach((name, index) => {
    const [column, text] = [columns[name], texts[name]];
    if (!column || !text) {
      return;
    }
    const cell = head.getCell(index + 1);
    cell.value = column.required ? `${text.heading} *` : text.heading;
    cell.note = text.hint;
    cell.numFmt = TEXT_FORMAT;
    cell.font = { bold: true };
    cell.fill = HEAD_FILL;
    cell.alignment = { wrapText: true, vertical: 'middle' };
    const { letter } = worksheet.getColumn(index + 1);
    const range = `${letter}2:${letter}${rows.length + ROWS_AHEAD}`;
    addValidation(worksheet, range, validationOf(column, text, headings, lists));
  });
  for (const row of rows) {
    const cells = new Map(Object.entries(row));
    worksheet.addRow(
      names.map((name) => writtenValue(columns[name]?.kind, cells.get(name), headings)),
    );
  }
}

type Validations = { add: (range: string, validation: object) => void };

/** Whole columns have a list at once; exceljs can do it, though its types don't say so. */
function addValidation(worksheet: Worksheet, range: string, validation: object): void {
  (worksheet as unknown as { dataValidations: Validations }).dataValidations.add(range, validation);
}
