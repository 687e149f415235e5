import type { Cell as SheetCell, Worksheet } from 'exceljs';
import type { Book, Cell, CellLook, CellValue } from './book.ts';

const COLOURS = { red: 'FFC0392B', grey: 'FF7A8794' } as const;
const GROUNDS = { heading: 'FFE8EDF3', off: 'FFEDEFF2' } as const;
const LINE = { style: 'thin', color: { argb: 'FFC9D1DA' } } as const;
// As Excel has it.
const SHEET_NAME_LENGTH = 31;
const A4 = 9;

/** Writes a workbook with one sheet: headings stay when it is scrolled, prints on A4, lying. */
export async function xlsxOf(book: Book): Promise<Uint8Array> {
  // Loaded with the first workbook: it is heavy, and most of what the bot says needs none.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  const sheet = workbook.addWorksheet(sheetName(book.sheet), {
    pageSetup: {
      orientation: 'landscape',
      paperSize: A4,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
  });
  for (const [index, width] of book.widths.entries()) {
    sheet.getColumn(index + 1).width = width;
  }
  writeTitle(sheet, book);
  const above = book.title.length;
  for (const [index, row] of book.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      writeCell(sheet.getCell(above + index + 1, column + 1), cell);
    }
  }
  freeze(sheet, { rows: above + book.frozen.rows, columns: book.frozen.columns });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

/** A name Excel takes for a sheet: at most 31 characters, none of []:*?/\, no ' at the ends. */
export function sheetName(name: string): string {
  const kept = name.replace(/[[\]:*?/\\]/g, ' ').replace(/\s+/g, ' ');
  const short = kept.slice(0, SHEET_NAME_LENGTH).replace(/^[\s']+|[\s']+$/g, '');
  return short === '' ? '1' : short;
}

function writeTitle(sheet: Worksheet, { title, widths }: Book): void {
  for (const [index, line] of title.entries()) {
    const cell = sheet.getCell(index + 1, 1);
    cell.value = line;
    cell.font = index === 0 ? { bold: true, size: 14 } : { color: { argb: COLOURS.grey } };
    sheet.mergeCells(index + 1, 1, index + 1, widths.length);
  }
}

function writeCell(to: SheetCell, cell: Cell): void {
  const { value, ...look } = plain(cell);
  // A string is stored as a string: whatever it begins with, Excel computes nothing from it.
  to.value = value;
  to.border = { top: LINE, left: LINE, bottom: LINE, right: LINE };
  to.alignment = { horizontal: look.align ?? 'center', vertical: 'middle' };
  if (look.bold || look.colour) {
    to.font = {
      ...(look.bold ? { bold: true } : {}),
      ...(look.colour ? { color: { argb: COLOURS[look.colour] } } : {}),
    };
  }
  if (look.ground) {
    const fgColor = { argb: GROUNDS[look.ground] };
    to.fill = { type: 'pattern', pattern: 'solid', fgColor };
  }
  if (look.twoDigits) {
    to.numFmt = '0.00';
  }
}

function plain(cell: Cell): { value: CellValue } & CellLook {
  return cell !== null && typeof cell === 'object' ? cell : { value: cell };
}

function freeze(sheet: Worksheet, { rows, columns }: { rows: number; columns: number }): void {
  sheet.views = [{ state: 'frozen', xSplit: columns, ySplit: rows, zoomScale: 100 }];
  sheet.pageSetup.printTitlesRow = `1:${rows}`;
  if (columns > 0) {
    sheet.pageSetup.printTitlesColumn = `A:${sheet.getColumn(columns).letter}`;
  }
}
