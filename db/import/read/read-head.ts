import type { Row } from 'exceljs';
import { findColumn, HEADINGS, type Language } from '../headings/headings.ts';
import type { ProblemData, ProblemKey } from '../problem.ts';
import type { SheetName } from '../sheets.ts';
import { cellScalar } from './cell-scalar.ts';
import type { Place } from './read-school.ts';

/** A column of ours and where it stands; `at` is its number from 1. */
export type KnownColumn = { column: string; at: number; place: Place };

export type Report = (
  row: number | null,
  place: Place | null,
  problem: ProblemKey,
  data?: ProblemData,
) => void;

// A title or two may stand above the headings.
const HEADINGS_WITHIN = 10;

/** Finds the row of headings and what each one means; `body` is the rows below it. */
export function readHead(
  rows: readonly Row[],
  name: SheetName,
  language: Language,
  report: Report,
): { known: KnownColumn[]; body: Row[] } {
  const known: KnownColumn[] = [];
  const head = findHead(rows, name);
  if (head === null) {
    return { known, body: [] };
  }
  const body = rows.filter(({ number }) => number > head.number);
  const width = Math.max(head.cellCount, ...body.map(({ cellCount }) => cellCount));
  for (let at = 1; at <= width; at += 1) {
    const heading = textAt(head, at);
    const place = { letter: head.worksheet.getColumn(at).letter, heading: shown(heading) };
    const column = heading === null ? null : findColumn(name, heading);
    if (heading === null) {
      const stray = body.find((row) => textAt(row, at) !== null);
      if (stray) {
        report(stray.number, place, 'no-heading');
      }
    } else if (column === null) {
      report(head.number, place, 'unknown-column', { headings: headingsOf(name, language) });
    } else if (known.some((other) => other.column === column)) {
      report(head.number, place, 'column-twice');
    } else {
      known.push({ column, at, place });
    }
  }
  return { known, body };
}

/** The headings of a sheet in a row, for a sentence. */
export function headingsOf(name: SheetName, language: Language): string {
  return Object.values(HEADINGS[language].columns[name])
    .map(({ heading }) => heading)
    .join(', ');
}

/** A heading without the asterisk that our template marks a required column with. */
function shown(heading: string | null): string {
  return (heading ?? '').replace(/\s*\*$/, '');
}

/** The row with the most headings of this sheet; null if no row has any. */
function findHead(rows: readonly Row[], name: SheetName): Row | null {
  let head: Row | null = null;
  let most = 0;
  for (const row of rows.slice(0, HEADINGS_WITHIN)) {
    const found = new Set<string>();
    for (let at = 1; at <= row.cellCount; at += 1) {
      found.add(findColumn(name, textAt(row, at) ?? '') ?? '');
    }
    found.delete('');
    if (found.size > most) {
      [head, most] = [row, found.size];
    }
  }
  return head;
}

function textAt(row: Row, at: number): string | null {
  const read = cellScalar(row.getCell(at).value);
  return 'scalar' in read && read.scalar !== null ? String(read.scalar) : null;
}
