import {
  cellOf,
  type Paper,
  type PaperCell,
  type PaperColumn,
  type PaperTable,
} from '../papers/paper.ts';
import type { Book, Cell, CellLook } from './book.ts';

const FORMATS = { percent: 'percent', mean: 'twoDigits', day: 'day' } as const;

/** A document as a workbook: a sheet a table, each with the document's title and notes. */
export function paperBooks(paper: Paper): Book[] {
  return paper.tables.map((table) => bookOf(paper, table));
}

function bookOf({ title, lines, notes, pageNumber, landscape }: Paper, table: PaperTable): Book {
  const { name, columns, rows, totals = [], frozen } = table;
  return {
    sheet: name,
    widths: columns.map(({ width }) => width + 2),
    title: [title, ...lines, name],
    rows: [
      columns.map(headingOf),
      ...rows.map((row) => columns.map((column, index) => bookCell(row[index], column))),
      ...totals.map((row) => columns.map((column, index) => totalCell(row[index], column))),
    ],
    frozen: { rows: 1, columns: frozen },
    notes,
    footer: pageNumber.replace('{page}', '&P').replace('{pages}', '&N'),
    portrait: !landscape,
  };
}

function headingOf({ title, kind, upright }: PaperColumn): Cell {
  return {
    ...{ value: title, bold: true, ground: 'heading', wrap: true },
    ...(upright ? { upright } : {}),
    ...(kind === 'text' ? { align: 'left' } : {}),
  };
}

function totalCell(cell: PaperCell | undefined, column: PaperColumn): Cell {
  const plain = bookCell(cell, column);
  const styled = plain !== null && typeof plain === 'object' ? plain : { value: plain };
  return { ...styled, bold: true, ground: 'heading' };
}

function bookCell(cell: PaperCell | undefined, column: PaperColumn): Cell {
  const { value, kind, bold } = cellOf(cell, column);
  const look: CellLook = {
    ...(kind in FORMATS && value !== null ? { format: FORMATS[kind as keyof typeof FORMATS] } : {}),
    ...(kind === 'text' ? { align: 'left', wrap: true } : {}),
    ...(kind === 'mark' && value === 2 ? { colour: 'red' } : {}),
    ...(bold ? { bold: true } : {}),
  };
  const stored =
    kind === 'percent' && typeof value === 'number' ? Math.round(value * 100) / 1e4 : value;
  return { value: stored, ...look };
}
