import type {
  Content,
  CustomTableLayout,
  TableCell,
  TDocumentDefinitions,
} from 'pdfmake/interfaces.js';
import {
  cellOf,
  type Paper,
  type PaperCell,
  type PaperColumn,
  type PaperTable,
} from '../papers/paper.ts';
import { escapeXml } from '../pictures/svg.ts';
import { textWidth } from '../pictures/text-width.ts';
import { type PdfFont, type Progress, pdfOf } from './pdf.ts';

// A4 in points.
const SHORT = 595.28;
const LONG = 841.89;
const MARGIN = 34;
const FOOT = 40;
const SIZE = 8;
const HEAD_SIZE = 7;
const PADDING = 3;
// Lower on a page than this a table doesn't begin.
const LOWEST = 0.82;

const FONT: PdfFont = 'DejaVu';
const GREY = '#555555';
const LINE = '#b9c5d2';
const HEADING = '#e8edf3';
const RED = '#c0392b';

const LINES: CustomTableLayout = {
  hLineWidth: () => 0.5,
  vLineWidth: () => 0.5,
  hLineColor: () => LINE,
  vLineColor: () => LINE,
  paddingLeft: () => PADDING,
  paddingRight: () => PADDING,
  paddingTop: () => 1.2,
  paddingBottom: () => 1.2,
};

/** Sets a document on A4: numbered pages, the heading of a table on each of its pages. */
export function paperPdf(paper: Paper, tell?: Progress): Promise<Uint8Array> {
  const { title, lines, tables, notes, mark, pageNumber, landscape } = paper;
  const width = (landscape ? LONG : SHORT) - 2 * MARGIN;
  // Asked of every node, with all that follow it: of a journal's pages that would take minutes.
  const breaks: Pick<TDocumentDefinitions, 'pageBreakBefore'> = tables
    .slice(1)
    .every(({ newPage }) => newPage)
    ? {}
    : {
        pageBreakBefore: ({ headlineLevel, startPosition }) =>
          headlineLevel === 1 && startPosition.verticalRatio > LOWEST,
      };
  const watermark = mark === null ? {} : { watermark: watermarkOf(mark) };
  return pdfOf(
    {
      info: { title },
      pageSize: 'A4',
      pageOrientation: landscape ? 'landscape' : 'portrait',
      pageMargins: [MARGIN, MARGIN, MARGIN, FOOT],
      defaultStyle: { font: FONT, fontSize: SIZE, lineHeight: 1.1 },
      ...watermark,
      ...breaks,
      footer: (page, pages) => ({
        margin: [MARGIN, 12, MARGIN, 0],
        columns: [
          { text: title, color: GREY },
          {
            text: pageNumber.replace('{page}', String(page)).replace('{pages}', String(pages)),
            alignment: 'right',
            color: GREY,
          },
        ],
      }),
      content: [
        { text: title, bold: true, fontSize: 13, margin: [0, 0, 0, 3] },
        ...lines.map((text) => ({ text, fontSize: 9 })),
        ...tables.flatMap((table, index) => tableOf(table, width, tables.length > 1, index)),
        { stack: notes, color: GREY, margin: [0, 8, 0, 0], unbreakable: true },
      ],
    },
    tell,
  );
}

function watermarkOf(text: string) {
  return { text, font: FONT, color: '#7f8c9a', opacity: 0.12, bold: true, fontSize: 90 };
}

function tableOf(table: PaperTable, width: number, named: boolean, index: number): Content[] {
  const { name, columns, rows, totals = [], newPage } = table;
  const body = [
    columns.map((column) => headingOf(column, uprightHeight(columns))),
    ...rows.map((row) => columns.map((column, at) => printCell(row[at], column))),
    ...totals.map((row) => columns.map((column, at) => printCell(row[at], column, HEADING))),
  ];
  const pageBreak = newPage && index > 0 ? { pageBreak: 'before' as const } : {};
  const heading: Content = { text: name, bold: true, fontSize: 9.5, margin: [0, 8, 0, 3] };
  return [
    named ? { ...heading, ...pageBreak, headlineLevel: 1 } : { text: '', margin: [0, 3, 0, 3] },
    {
      layout: LINES,
      table: {
        headerRows: 1,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        widths: widthsOf(columns, width),
        body,
      },
    },
  ];
}

/** The paper's width shared out by the columns' characters. */
function widthsOf(columns: readonly PaperColumn[], width: number): number[] {
  const room = width - columns.length * 2 * PADDING - 1;
  const sum = columns.reduce((total, column) => total + column.width, 0);
  return columns.map((column) => (room * column.width) / sum);
}

function headingOf({ title, kind, upright }: PaperColumn, height: number): TableCell {
  const look = { fillColor: HEADING, verticalAlignment: 'middle' as const };
  return upright
    ? { svg: upwards(title, height), alignment: 'center', ...look }
    : {
        ...{ text: title, bold: true, fontSize: HEAD_SIZE },
        ...{ alignment: kind === 'text' ? 'left' : 'center', ...look },
      };
}

function uprightHeight(columns: readonly PaperColumn[]): number {
  const titles = columns.filter(({ upright }) => upright).map(({ title }) => title);
  return Math.max(0, ...titles.map((title) => textWidth(title, SIZE, 'condensed'))) + 4;
}

/** The print knows no text that is written upwards: a picture of it is. */
function upwards(text: string, height: number): string {
  const width = SIZE + 4;
  const turned = `translate(${width - 4} ${height - 2}) rotate(-90)`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">` +
    `<text transform="${turned}" font-family="${FONT}" font-size="${SIZE}">${escapeXml(text)}</text>` +
    '</svg>'
  );
}

function printCell(
  cell: PaperCell | undefined,
  column: PaperColumn,
  ground?: typeof HEADING,
): TableCell {
  const { value, kind, bold } = cellOf(cell, column);
  return {
    text: printed(value, kind),
    alignment: kind === 'text' ? 'left' : 'center',
    ...(bold || ground ? { bold: true } : {}),
    ...(ground ? { fillColor: ground } : {}),
    ...(kind === 'mark' && value === 2 ? { color: RED } : {}),
  };
}

function printed(value: string | number | null, kind: PaperColumn['kind']): string {
  if (value === null) {
    return '';
  }
  if (kind === 'day' && typeof value === 'string') {
    return value.split('-').reverse().join('.');
  }
  return typeof value === 'number' && (kind === 'percent' || kind === 'mean')
    ? value.toFixed(2).replace('.', ',')
    : String(value);
}
