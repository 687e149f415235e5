import type { Content } from 'pdfmake/interfaces.js';
import { type PdfFont, pdfOf } from './pdf.ts';

/** A person's record to be read: headed sections of plain lines. Plain text. */
export type PrintedRecord = {
  title: string;
  /** Of when, and what is left out. */
  notes: readonly string[];
  sections: readonly { title: string; lines: readonly string[] }[];
};

const FONT: PdfFont = 'DejaVu';
const MARGIN = 42;
const GREY = '#555555';

/** Sets a record on A4, its pages numbered. */
export function recordPdf({ title, notes, sections }: PrintedRecord): Promise<Uint8Array> {
  return pdfOf({
    info: { title },
    pageSize: 'A4',
    pageMargins: MARGIN,
    defaultStyle: { font: FONT, fontSize: 9, lineHeight: 1.2 },
    footer: (page, pages) => ({
      text: `${page} / ${pages}`,
      alignment: 'center',
      color: GREY,
      fontSize: 8,
    }),
    content: [
      { text: title, bold: true, fontSize: 15, margin: [0, 0, 0, 4] },
      ...notes.map((text): Content => ({ text, color: GREY, margin: [0, 0, 0, 2] })),
      ...sections.flatMap((section): Content[] => [
        { text: section.title, bold: true, fontSize: 11, margin: [0, 12, 0, 4] },
        ...section.lines.map((text): Content => ({ text, margin: [0, 0, 0, 1.5] })),
      ]),
    ],
  });
}
