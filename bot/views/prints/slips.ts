import type { Content, CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { type PdfFont, pdfOf } from './pdf.ts';

/** One paper slip with an access code, to be cut off and handed over. Plain text. */
export type Slip = {
  /** Whose diary it opens, by initials only: slips get lost. */
  whose: string;
  /** Which parent it is for; null for whoever comes. */
  whom: string | null;
  link: string;
  code: string;
  until: string;
};

/** Slips as plain data; the same three lines of advice stand on each. */
export type Slips = { title: string; howTo: readonly string[]; slips: readonly Slip[] };

// A4 in points: two columns of four slips between margins that every printer leaves white anyway.
const MARGIN = 24;
const COLUMNS = 2;
const PADDING = 12;
const SLIP_WIDTH = (595.28 - 2 * MARGIN) / COLUMNS - 2 * PADDING;
const SLIP_HEIGHT = (841.89 - 2 * MARGIN) / 4 - 2 * PADDING - 1;
// Three points a module of the links we print: 39 mm, read at arm’s length off any printer.
const QR = 112;
const GAP = 10;

const FONT: PdfFont = 'DejaVu';
const CODE_FONT: PdfFont = 'DejaVuMono';
const GREY = '#555555';
const CUT_LINE = '#888888';

// The lines the paper is cut along; none around the page.
const CUT_LINES: CustomTableLayout = {
  hLineWidth: (line, { table }) => (line === 0 || line === table.body.length ? 0 : 0.5),
  vLineWidth: (line) => (line === 0 || line === COLUMNS ? 0 : 0.5),
  hLineStyle: () => ({ dash: { length: 4, space: 3 } }),
  vLineStyle: () => ({ dash: { length: 4, space: 3 } }),
  hLineColor: () => CUT_LINE,
  vLineColor: () => CUT_LINE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => PADDING,
  paddingBottom: () => PADDING,
};

/** Sets slips on A4, eight on a page, with lines to cut along. */
export function slipsPdf(of: Slips): Promise<Uint8Array> {
  const rows: Content[][] = [];
  for (let from = 0; from < of.slips.length; from += COLUMNS) {
    const row = of.slips.slice(from, from + COLUMNS).map((slip) => slipOf(slip, of.howTo));
    rows.push([...row, ...Array<Content>(COLUMNS - row.length).fill('')]);
  }
  const document: TDocumentDefinitions = {
    info: { title: of.title },
    pageSize: 'A4',
    pageMargins: MARGIN,
    defaultStyle: { font: FONT, fontSize: 8.5, lineHeight: 1.15 },
    content: [
      {
        layout: CUT_LINES,
        table: {
          widths: Array<number>(COLUMNS).fill(SLIP_WIDTH),
          heights: SLIP_HEIGHT,
          dontBreakRows: true,
          body: rows,
        },
      },
    ],
  };
  return pdfOf(document);
}

function slipOf({ whose, whom, link, code, until }: Slip, howTo: readonly string[]): Content {
  return {
    stack: [
      {
        text: [
          { text: whose, bold: true, fontSize: 12 },
          ...(whom === null ? [] : [{ text: `   ${whom}`, color: GREY }]),
        ],
        margin: [0, 0, 0, 4],
      },
      {
        columns: [
          { qr: link, fit: QR, eccLevel: 'M', width: QR + GAP },
          { ol: howTo.map((text) => ({ text, margin: [0, 0, 0, 3] })) },
        ],
      },
      { text: code, font: CODE_FONT, bold: true, fontSize: 15, margin: [0, 6, 0, 2] },
      { text: until, color: GREY },
    ],
  };
}
