import type { Paper } from '../views/papers/paper.ts';
import { paperPdf } from '../views/prints/paper.ts';
import { paperBooks } from '../views/sheets/paper-books.ts';
import { xlsxOf } from '../views/sheets/xlsx.ts';

/** A document as the bytes of a print or a workbook. */
export function printed(paper: Paper, as: 'pdf' | 'xlsx'): Promise<Uint8Array> {
  return as === 'pdf' ? paperPdf(paper) : xlsxOf(...paperBooks(paper));
}
