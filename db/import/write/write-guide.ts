import type { Worksheet } from 'exceljs';
import { COLUMNS, type Column, SHEET_NAMES } from '../columns.ts';
import type { Headings } from '../headings/headings.ts';
import { HEAD_FILL } from './style.ts';

/** Writes the sheet that says what every sheet and column is for. The import skips it. */
export function writeGuide(worksheet: Worksheet, headings: Headings): void {
  const { guide } = headings;
  worksheet.columns = [{ width: 24 }, { width: 30 }, { width: 14 }, { width: 90 }];
  worksheet.getColumn(4).alignment = { wrapText: true, vertical: 'top' };
  worksheet.addRow([guide.title]).font = { bold: true, size: 14 };
  for (const line of guide.lines) {
    worksheet.addRow([line]);
  }
  worksheet.addRow([]);
  const head = worksheet.addRow([guide.sheet, guide.column, guide.required, guide.what]);
  head.font = { bold: true };
  head.fill = HEAD_FILL;
  for (const name of SHEET_NAMES) {
    const columns: Record<string, Column> = COLUMNS[name];
    const title = worksheet.addRow([headings.sheets[name], '', '', headings.about[name]]);
    title.font = { bold: true };
    for (const [column, { heading, hint }] of Object.entries(headings.columns[name])) {
      const required = columns[column]?.required ? headings.words.flags.yes : '';
      worksheet.addRow(['', heading, required, hint]);
    }
  }
}
