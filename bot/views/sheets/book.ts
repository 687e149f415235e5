/** What a cell holds: a text is only ever a text, never a formula; null is an empty cell. */
export type CellValue = string | number | null;

export type CellLook = {
  bold?: true;
  /** Red, for a mark that fails; grey, for what is less than a mark. */
  colour?: 'red' | 'grey';
  /** The ground of headings, or of cells that don't apply. */
  ground?: 'heading' | 'off';
  align?: 'left' | 'right';
  /** A number with two digits, a per cent (0.92 is 92 %), a day ('YYYY-MM-DD'). */
  format?: 'twoDigits' | 'percent' | 'day';
  /** Written upwards. */
  upright?: true;
  /** A long text goes on in the next line. */
  wrap?: true;
};

/** A cell with the default look (centred, plain) is its value alone. */
export type Cell = CellValue | ({ value: CellValue } & CellLook);

/** One sheet of a workbook as plain data; the first row is `rows[0]`. */
export type Book = {
  /** The sheet's name; what a sheet name may not have is left out. */
  sheet: string;
  /** Widths in characters. */
  widths: number[];
  /** Lines above the table, each across the whole width: the title first. */
  title: string[];
  rows: Cell[][];
  /** Rows of the table that are its heading, and columns that stay when it is scrolled. */
  frozen: { rows: number; columns: number };
  /** Lines under the table, each across the whole width. */
  notes?: string[];
  /** At the foot of printed pages; Excel’s own signs for the page and their number are `&P`, `&N`. */
  footer?: string;
  /** Prints standing, not lying. */
  portrait?: boolean;
};
