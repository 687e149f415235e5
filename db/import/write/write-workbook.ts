import ExcelJS from 'exceljs';
import { COLUMNS, SHEET_NAMES } from '../columns.ts';
import { HEADINGS, type Language } from '../headings/headings.ts';
import type { SheetRows } from '../sheets.ts';
import { writeGuide } from './write-guide.ts';
import { writeLists } from './write-lists.ts';
import { writeSheet } from './write-sheet.ts';

/**
 * Writes a workbook that `importSchoolFile` reads, in the school's language. Without rows it is the
 * template: headings with notes, drop-down lists, a sheet that explains every column.
 */
export async function writeSchoolWorkbook(
  rows: Partial<SheetRows>,
  language: Language,
): Promise<Uint8Array> {
  const headings = HEADINGS[language];
  const workbook = new ExcelJS.Workbook();
  // The class names of the drop-down list are formulas.
  workbook.calcProperties.fullCalcOnLoad = true;
  writeGuide(workbook.addWorksheet(headings.guide.title), headings);
  const lists = writeLists(
    workbook.addWorksheet(headings.lists, { state: 'veryHidden' }),
    headings,
  );
  for (const name of SHEET_NAMES) {
    const worksheet = workbook.addWorksheet(headings.sheets[name], {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    writeSheet(worksheet, {
      columns: COLUMNS[name],
      texts: headings.columns[name],
      rows: rows[name] ?? [],
      headings,
      lists,
    });
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
