import type { Cell, Row, Worksheet } from 'exceljs';
import { COLUMNS, type Column } from '../columns.ts';
import { headingOf, type Language } from '../headings/headings.ts';
import type { ImportProblem, ProblemData, ProblemKey } from '../problem.ts';
import type { SheetName } from '../sheets.ts';
import { cellScalar } from './cell-scalar.ts';
import { type CellContent, parseCell } from './parse-cell.ts';
import { headingsOf, type KnownColumn, type Report, readHead } from './read-head.ts';
import type { Place, ReadSheet } from './read-school.ts';

type CellMap = Record<string, CellContent>;

/** Reads the rows of one sheet under its headings; what is wrong goes to `problems`. */
export function readSheet<S extends SheetName>(
  worksheet: Worksheet,
  name: S,
  language: Language,
  problems: ImportProblem[],
): ReadSheet<S> {
  const title = worksheet.name;
  const report: Report = (row, column, problem, data = {}) =>
    problems.push({ sheet: title, row, column, problem, data });
  const places: Record<string, Place> = {};
  const whole: { row: number; cells: CellMap }[] = [];
  const broken: CellMap[] = [];
  const rows = rowsWithContent(worksheet);
  const { known, body } = readHead(rows, name, language, report);
  for (const { column, place } of known) {
    places[column] = place;
  }
  const columns: Record<string, Column> = COLUMNS[name];
  const missing = Object.keys(columns).filter(
    (column) => columns[column]?.required && !(column in places),
  );
  if (known.length === 0 && rows.length > 0) {
    report(null, null, 'no-headings', { headings: headingsOf(name, language) });
  } else if (missing.length > 0 && body.length > 0) {
    for (const column of missing) {
      report(null, null, 'missing-column', { heading: headingOf(name, column, language) });
    }
  } else {
    for (const row of body) {
      const read = readRow(row, known, columns, language, report);
      if (read.whole) {
        whole.push({ row: row.number, cells: read.cells });
      } else {
        broken.push(read.cells);
      }
    }
  }
  // The cells were read by this sheet's own columns, which the compiler can't follow.
  return { title, language, places, rows: whole, broken } as unknown as ReadSheet<S>;
}

/** Rows in which something was written, not only a merged cell from above. */
function rowsWithContent(worksheet: Worksheet): Row[] {
  const rows: Row[] = [];
  worksheet.eachRow((row) => {
    const cells = Array.from({ length: row.cellCount }, (_, index) => row.findCell(index + 1));
    if (cells.some(hasContent)) {
      rows.push(row);
    }
  });
  return rows;
}

function hasContent(cell: Cell | undefined): boolean {
  if (!cell || cell.master !== cell) {
    return false;
  }
  const read = cellScalar(cell.value);
  return !('scalar' in read) || read.scalar !== null;
}

function readRow(
  row: Row,
  known: readonly KnownColumn[],
  columns: Record<string, Column>,
  language: Language,
  report: Report,
): { cells: CellMap; whole: boolean } {
  const cells: CellMap = {};
  let whole = true;
  for (const { column, at, place } of known) {
    const spec = columns[column];
    const read = cellScalar(row.getCell(at).value);
    const refuse = (problem: ProblemKey, data: ProblemData) => {
      report(row.number, place, problem, data);
      whole = false;
    };
    if (!spec) {
      continue;
    }
    if ('problem' in read) {
      refuse(read.problem, { ...read.data });
    } else if (read.scalar === null) {
      cells[column] = null;
      if (spec.required) {
        refuse('required', {});
      }
    } else {
      const parsed = parseCell(spec.kind, read.scalar, language);
      if ('problem' in parsed) {
        refuse(parsed.problem, parsed.data);
      } else {
        cells[column] = parsed.value;
      }
    }
  }
  return { cells, whole };
}
