/** How a column's values are written: a day is 'YYYY-MM-DD', a percent 92 is 92 %. */
export type ColumnKind = 'text' | 'count' | 'percent' | 'mean' | 'mark' | 'day';

export type PaperColumn = {
  title: string;
  kind: ColumnKind;
  /** In characters: the paper's width is shared out by them. */
  width: number;
  /** The title is written upwards, where columns are narrow and many. */
  upright?: true;
};

export type PaperValue = string | number | null;

/** A value in its column's kind, or in one of its own; bold where it says so. */
export type PaperCell = PaperValue | { value: PaperValue; kind?: ColumnKind; bold?: true };

/** A table: a sheet of the workbook, a part of the print. */
export type PaperTable = {
  name: string;
  columns: PaperColumn[];
  rows: PaperCell[][];
  /** Sums beneath, in bold. */
  totals?: PaperCell[][];
  /** How many columns stay when it is scrolled. */
  frozen: number;
  /** Begins a page of the print. */
  newPage?: true;
};

/** A document as its words and numbers: a workbook and a print are made of the same. Plain text. */
export type Paper = {
  title: string;
  /** Beneath the title: whose, of when, the figures that come first. */
  lines: string[];
  tables: PaperTable[];
  /** Last: what the signs mean, who approved it. */
  notes: string[];
  /** Written across the pages of what isn't approved; null for nothing. */
  mark: string | null;
  /** «стр. {page} из {pages}» */
  pageNumber: string;
  landscape: boolean;
};

/** A cell with its kind, as its column has it or its own. */
export function cellOf(
  cell: PaperCell | undefined,
  column: PaperColumn,
): { value: PaperValue; kind: ColumnKind; bold: boolean } {
  if (cell !== null && typeof cell === 'object') {
    return { value: cell.value, kind: cell.kind ?? column.kind, bold: cell.bold ?? false };
  }
  return { value: cell ?? null, kind: column.kind, bold: false };
}
