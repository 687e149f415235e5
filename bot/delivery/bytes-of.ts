import type { DrawnFile, Packed } from '../dialogue/reply.ts';
import type { Paper } from '../views/papers/paper.ts';
import { pngOf } from '../views/pictures/png.ts';
import { unpack } from '../views/prints/packed.ts';
import { paperPdf } from '../views/prints/paper.ts';
import type { Progress } from '../views/prints/pdf.ts';
import { type PrintedRecord, recordPdf } from '../views/prints/record.ts';
import { slipsPdf } from '../views/prints/slips.ts';
import { paperBooks } from '../views/sheets/paper-books.ts';
import { xlsxOf } from '../views/sheets/xlsx.ts';

/** Draws, sets or writes a document: some seconds of work for a large one. */
export function bytesOf(file: DrawnFile, tell?: Progress): Promise<Uint8Array> {
  if (file.kind === 'photo') {
    return pngOf(file.svg);
  }
  if ('packed' in file) {
    return unpacked(file.packed, tell);
  }
  if ('paper' in file) {
    return printed(file.paper, file.as, tell);
  }
  return 'book' in file ? xlsxOf(file.book) : slipsPdf(file.slips);
}

async function unpacked({ as, text }: Packed, tell: Progress | undefined): Promise<Uint8Array> {
  const words = unpack(text);
  switch (as) {
    case 'json':
      return new TextEncoder().encode(words);
    case 'record':
      return recordPdf(JSON.parse(words) as PrintedRecord);
    default:
      return printed(JSON.parse(words) as Paper, as, tell);
  }
}

function printed(paper: Paper, as: 'pdf' | 'xlsx', tell?: Progress): Promise<Uint8Array> {
  return as === 'pdf' ? paperPdf(paper, tell) : xlsxOf(...paperBooks(paper));
}
