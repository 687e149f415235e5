import type { Cell as SheetCell, Workbook, Worksheet } from 'exceljs';
import type { Book, Cell, CellLook, CellValue } from './book.ts';

const COLOURS = { red: 'FFC0392B', grey: 'FF7A8794' } as const;
const GROUNDS = { heading: 'FFE8EDF3', off: 'FFEDEFF2' } as const;
const LINE = { style: 'thin', color: { argb: 'FFC9D1DA' } } as const;
// As Excel has it.
const SHEET_NAME_LENGTH = 31;
const A4 = 9;

const FORMATS = { twoDigits: '0.00', percent: '0.00%', day: 'dd.mm.yyyy' } as const;

/** Writes a workbook, a sheet each: headings stay when it is scrolled, prints on A4. */
export async function xlsxOf(...books: readonly Book[]): Promise<Uint8Array> {
  // Loaded with the first workbook: it is heavy, and most of what the bot says needs none.
  const { Workbook } = (await import('exceljs')).default;
  const workbook = new Workbook();
  for (const book of books) {
    writeSheet(workbook, book);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function writeSheet(workbook: Workbook, book: Book): void {
  const sheet = workbook.addWorksheet(freeName(workbook, sheetName(book.sheet)), {
    pageSetup: {
      orientation: book.portrait ? 'portrait' : 'landscape',
      paperSize: A4,
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.2, footer: 0.2 },
    },
    ...(book.footer === undefined ? {} : { headerFooter: { oddFooter: `&R${book.footer}` } }),
  });
  for (const [index, width] of book.widths.entries()) {
    sheet.getColumn(index + 1).width = width;
  }
  writeLines(sheet, 1, book.title, book);
  const above = book.title.length;
  for (const [index, row] of book.rows.entries()) {
    for (const [column, cell] of row.entries()) {
      writeCell(sheet.getCell(above + index + 1, column + 1), cell);
    }
  }
  writeLines(sheet, above + book.rows.length + 1, book.notes ?? [], book);
  freeze(sheet, { rows: above + book.frozen.rows, columns: book.frozen.columns });
}

/** Excel takes each name once, in whatever case. */
function freeName(workbook: Workbook, name: string): string {
  const taken = workbook.worksheets.map((sheet) => sheet.name.toLowerCase());
  let free = name;
  for (let number = 2; taken.includes(free.toLowerCase()); number += 1) {
    const suffix = ` ${number}`;
    free = `${name.slice(0, SHEET_NAME_LENGTH - suffix.length).trimEnd()}${suffix}`;
  }
  return free;
}

/** A name Excel takes for a sheet: at most 31 characters, none of []:*?/\, no ' at the ends. */
export function sheetName(name: string): string {
  const kept = name.replace(/[[\]:*?/\\]/g, ' ').replace(/\s+/g, ' ');
  const short = kept.slice(0, SHEET_NAME_LENGTH).replace(/^[\s']+|[\s']+$/g, '');
  return short === '' ? '1' : short;
}

function writeLines(
  sheet: Worksheet,
  from: number,
  lines: readonly string[],
  { widths }: Book,
): void {
  for (const [index, line] of lines.entries()) {
    const row = from + index;
    const cell = sheet.getCell(row, 1);
    cell.value = line;
    cell.font = row === 1 ? { bold: true, size: 14 } : { color: { argb: COLOURS.grey } };
    sheet.mergeCells(row, 1, row, widths.length);
  }
}

function writeCell(to: SheetCell, cell: Cell): void {
  const { value, ...look } = plain(cell);
  // A string is stored as a string: whatever it begins with, Excel computes nothing from it.
  to.value = look.format === 'day' && typeof value === 'string' ? new Date(value) : value;
  to.border = { top: LINE, left: LINE, bottom: LINE, right: LINE };
  to.alignment = {
    horizontal: look.align ?? 'center',
    vertical: 'middle',
    ...(look.upright ? { textRotation: 90 } : {}),
    ...(look.wrap ? { wrapText: true } : {}),
  };
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
  if (look.format) {
    to.numFmt = FORMATS[look.format];
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
