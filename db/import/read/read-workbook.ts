import type { Workbook } from 'exceljs';
import { findSheet, HEADINGS, isOurOwnSheet, type Language } from '../headings/headings.ts';
import type { ImportProblem, ProblemData, ProblemKey } from '../problem.ts';
import { checkArchive } from './check-archive.ts';
import type { ReadSchool } from './read-school.ts';
import { readSheet } from './read-sheet.ts';

// Nothing of these is ours, and exceljs makes an object of every cell of a validated column.
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
];

/**
 * Reads the bytes of a workbook: sheets and headings in either language and any order, cells as
 * their columns demand. All that is wrong is in `problems`, and then `school` must not be loaded.
 */
export async function readSchoolWorkbook(
  bytes: Uint8Array,
): Promise<{ school: ReadSchool; problems: ImportProblem[] }> {
  const school: ReadSchool = {};
  const problems: ImportProblem[] = [];
  const refuse = (problem: ProblemKey, data: ProblemData = {}, sheet: string | null = null) =>
    problems.push({ sheet, row: null, column: null, problem, data });
  const trouble = await checkArchive(bytes);
  if (trouble) {
    refuse(trouble.problem, trouble.data);
    return { school, problems };
  }
  // Loaded with the first file: every start would pay for it, and few have one to read.
  const exceljs = (await import('exceljs')).default;
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(toArrayBuffer(bytes), { ignoreNodes: IGNORED });
  } catch {
    refuse('broken-file');
    return { school, problems };
  }
  for (const worksheet of workbook.worksheets) {
    const found = findSheet(worksheet.name);
    if (!found) {
      if (!isOurOwnSheet(worksheet.name) && worksheet.actualRowCount > 0) {
        refuse('unknown-sheet', { sheets: sheetTitles(workbook) }, worksheet.name);
      }
      continue;
    }
    if (school[found.name]) {
      refuse('sheet-twice', {}, worksheet.name);
      continue;
    }
    Object.assign(school, {
      [found.name]: readSheet(worksheet, found.name, found.language, problems),
    });
  }
  const sheets = Object.values(school);
  if (problems.length === 0 && sheets.every(({ rows }) => rows.length === 0)) {
    refuse('nothing-to-import', { sheets: sheetTitles(workbook) });
  }
  return { school, problems };
}

/** The titles of sheets we know, in the language most of the workbook's own are in. */
function sheetTitles(workbook: Workbook): string {
  const languages = workbook.worksheets.map(({ name }) => findSheet(name)?.language);
  const english = languages.filter((language) => language === 'en').length;
  const language: Language = english > languages.length / 2 ? 'en' : 'ru';
  return Object.values(HEADINGS[language].sheets).join(', ');
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
