import type { Language } from '../headings/headings.ts';
import type { SheetName, SheetRow } from '../sheets.ts';

/** Cells of a row; undefined where the workbook has no such column, which keeps what is stored. */
export type Cells<S extends SheetName> = {
  [C in keyof SheetRow[S]]: null extends SheetRow[S][C]
    ? SheetRow[S][C] | undefined
    : SheetRow[S][C];
};

/** A row and its number in the spreadsheet. */
export type ReadRow<S extends SheetName> = { row: number; cells: Cells<S> };

export type Place = { letter: string; heading: string };

export type ReadSheet<S extends SheetName> = {
  /** As it stands in the workbook. */
  title: string;
  language: Language;
  places: { [C in keyof SheetRow[S]]?: Place };
  rows: ReadRow<S>[];
  /** What could be read of rows with a wrong cell, so that nobody misses their keys. */
  broken: Partial<Cells<S>>[];
};

/** A workbook that was read; a sheet it doesn't have is absent. */
export type ReadSchool = { [S in SheetName]?: ReadSheet<S> };
