import ExcelJS from 'exceljs';
import type { By } from '../../db/actions/by.ts';
import { SYSTEM_ACTOR } from '../../db/actions/by.ts';
import { importSchoolFile } from '../../db/import/import-school-file.ts';
import type { ImportProblem } from '../../db/import/problem.ts';
import type { SheetRows } from '../../db/import/sheets.ts';
import { writeSchoolWorkbook } from '../../db/import/write/write-workbook.ts';
import type { Db } from '../../db/open.ts';
import { testClock } from '../clock.ts';
import { openTestDb } from '../database.ts';
import { factories } from '../factories.ts';
import { smallSchool } from './small-school.ts';

export type Edit = (workbook: ExcelJS.Workbook) => void;

/** An empty database on Monday 12.10.2026 and what a test does with workbooks there. */
export async function openImportWorld() {
  const clock = testClock();
  const { db, close } = await openTestDb(clock);
  let operations = 0;

  /** Imports bytes as the operator, or as whoever is given. */
  function importBytes(bytes: Uint8Array, options: { dryRun?: boolean; by?: Partial<By> } = {}) {
    operations += 1;
    const by: By = { actor: SYSTEM_ACTOR, door: 'import', operation: `import:${operations}` };
    return importSchoolFile(db, { ...by, ...options.by }, bytes, {
      dryRun: options.dryRun ?? false,
    });
  }

  /** Imports rows by way of a workbook, edited by hand in between. */
  async function load(
    rows: Partial<SheetRows>,
    { edit, language = 'ru', dryRun = false }: LoadOptions = {},
  ) {
    const bytes = await writeSchoolWorkbook(rows, language);
    return importBytes(edit ? await edited(bytes, edit) : bytes, { dryRun });
  }

  /** Imports what must be right and gives the counts. */
  async function loaded(rows: Partial<SheetRows>, options: LoadOptions = {}) {
    const result = await load(rows, options);
    if (result.problems.length > 0) {
      throw new Error(told(result.problems).join('\n'));
    }
    return result.counts;
  }

  return {
    db,
    clock,
    close,
    make: factories(db),
    importBytes,
    load,
    loaded,
    /** Rows of a query as values joined by spaces, null as «-». */
    rows: async (sql: string) =>
      (await db.select(sql)).map((row) =>
        Object.values(row)
          .map((value) => value ?? '-')
          .join(' '),
      ),
    /** How many rows each table of the school has. */
    size: () => sizeOf(db),
  };
}

export type ImportWorld = Awaited<ReturnType<typeof openImportWorld>>;
type LoadOptions = { edit?: Edit; language?: 'ru' | 'en'; dryRun?: boolean };

const TABLES = [
  'academic_year',
  'term',
  'day_off',
  'bell',
  'subject',
  'person',
  'role',
  'school_class',
  'pupil',
  'enrolment',
  'guardianship',
  'course',
  'course_pupil',
  'timetable_slot',
  'plan_item',
  'change',
];

async function sizeOf(db: Db): Promise<Record<string, number>> {
  const sizes: Record<string, number> = {};
  for (const table of TABLES) {
    const [row] = await db.select<{ rows: number }>(
      `SELECT CAST(COUNT(*) AS INTEGER) AS rows FROM ${table}`,
    );
    sizes[table] = row?.rows ?? 0;
  }
  return sizes;
}

/** A workbook after somebody has worked on it by hand. */
export async function edited(bytes: Uint8Array, edit: Edit): Promise<Uint8Array> {
  // exceljs makes an object of every cell with a list, and a test has no time for that.
  const workbook = await opened(bytes, { ignoreNodes: ['dataValidations'] });
  edit(workbook);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

export async function opened(
  bytes: Uint8Array,
  options: Partial<ExcelJS.XlsxReadOptions> = {},
): Promise<ExcelJS.Workbook> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes.slice().buffer, options);
  return workbook;
}

/** Problems as «sheet row letter: problem», in order. */
export function told(problems: readonly ImportProblem[]): string[] {
  return problems.map(({ sheet, row, column, problem }) => {
    const place = [sheet, row, column?.letter].filter(
      (part) => part !== null && part !== undefined,
    );
    return [...(place.length > 0 ? [`${place.join(' ')}:`] : []), problem].join(' ');
  });
}

/** The small school with some sheets replaced. */
export function school(sheets: Partial<SheetRows> = {}): SheetRows {
  return { ...smallSchool(), ...sheets };
}
