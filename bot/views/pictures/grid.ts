import { el, escapeXml, picture, words } from './svg.ts';
import { BOLD_BY, type Face, fitText, textWidth } from './text-width.ts';

/** A page of a table of pupils and days, in the words that are shown. */
export type GridPage = {
  /** What the table is of, in its corner: the class, then the subject. */
  corner: [string, string];
  columns: GridColumn[];
  rows: GridRow[];
  /** Above the column of means; null for a table without them. */
  meanTitle: string | null;
  /** What the signs mean, beneath the table. */
  legend: string;
};

export type GridColumn = { date: string; weekday: string; newWeek: boolean };

/** `tail` follows the name and stays when the name is cut. */
export type GridRow = {
  number: string;
  name: string;
  tail: string;
  cells: GridCell[];
  mean: string;
};

/** `off` is a day on which the pupil wasn't in this list. */
export type GridCell = 'off' | readonly GridSign[];

export type GridSign = { text: string; look: keyof typeof LOOKS };

const LOOKS = { plain: '', heavy: 'h', low: 'l', heavyLow: 'h l', faint: 'f' };

// A phone is 360 points wide, and the picture is made for it: what is left of its width when ten
// days and the mean have their columns is some 80 points for a name.
const WIDTH = 360;
const HEAD = 46;
const ROW = 20;
const FOOT = 20;
const NUMBER = 18;
const COLUMN = 22;
const MEAN = 37;

const CORNER_SIZE = 13;
const NAME_SIZE = 11.5;
const SIGN_SIZE = 12.5;
const SMALL = 9;

const STYLES = [
  `text{font-family:'DejaVu Sans';font-size:${SIGN_SIZE}px;fill:#1c2733}`,
  `.n{font-size:${NAME_SIZE}px;font-stretch:condensed}`,
  `.s{font-size:${SMALL}px;fill:#7f8c9a}`,
  '.d{font-size:10.5px;fill:#3c4a58}',
  '.c{text-anchor:middle}',
  '.e{text-anchor:end}',
  '.m{font-size:11px;font-weight:bold;text-anchor:end}',
  `.k{font-size:${CORNER_SIZE}px;font-weight:bold}`,
  '.h{font-weight:bold}',
  '.l{fill:#c0392b}',
  '.f{fill:#8592a0}',
].join('');

/** Draws a page of a journal as SVG: names, a narrow column a lesson, the mean. */
export function gridPicture(page: GridPage): string {
  const { corner, columns, rows, meanTitle, legend } = page;
  const days = WIDTH - columns.length * COLUMN - (meanTitle === null ? 0 : MEAN);
  const bottom = HEAD + rows.length * ROW;
  return picture(
    { width: WIDTH, height: bottom + FOOT },
    STYLES,
    ...rows.flatMap((_, index) => (index % 2 === 0 ? [] : [band(index)])),
    el('rect', { width: WIDTH, height: HEAD, fill: '#e9eff5' }),
    words(fitText(corner[0], (days - 12) / BOLD_BY, CORNER_SIZE), 6, 20, { class: 'k' }),
    words(fitText(corner[1], days - 12, NAME_SIZE, 'condensed'), 6, HEAD - 11, { class: 'n' }),
    ...columns.flatMap((column, index) => heading(column, days + index * COLUMN)),
    meanTitle === null ? '' : words(meanTitle, WIDTH - 6, HEAD - 5, { class: 's e' }),
    ...rows.flatMap((row, index) => rowParts(row, HEAD + index * ROW, days)),
    ...columns.map(({ newWeek }, index) => line(days + index * COLUMN, bottom, newWeek)),
    meanTitle === null ? '' : line(WIDTH - MEAN, bottom, true),
    el('rect', { y: bottom, width: WIDTH, height: 0.75, fill: '#b9c5d2' }),
    words(fitText(legend, WIDTH - 12, SMALL), 6, bottom + FOOT - 7, { class: 's' }),
  );
}

function band(index: number): string {
  return el('rect', { y: HEAD + index * ROW, width: WIDTH, height: ROW, fill: '#f4f7fa' });
}

/** A date is written upwards, as on paper: across, five signs would need twice the width. */
function heading({ date, weekday }: GridColumn, x: number): string[] {
  const middle = x + COLUMN / 2;
  const upwards = `translate(${middle + 4} ${HEAD - 15}) rotate(-90)`;
  return [
    words(date, 0, 0, { class: 'd', transform: upwards }),
    words(weekday, middle, HEAD - 5, { class: 's c' }),
  ];
}

function line(x: number, height: number, strong: boolean): string {
  return el('rect', { x, width: 0.75, height, fill: strong ? '#b9c5d2' : '#e1e8ee' });
}

function rowParts(row: GridRow, y: number, days: number): string[] {
  const foot = y + ROW - 6;
  const room = days - NUMBER - 3 - textWidth(row.tail, NAME_SIZE, 'condensed');
  const name = fitText(row.name, room, NAME_SIZE, 'condensed');
  return [
    words(row.number, NUMBER - 3, foot, { class: 's e' }),
    words(`${name}${row.tail}`, NUMBER + 1, foot, { class: 'n' }),
    ...row.cells.map((cell, index) => cellPart(cell, days + index * COLUMN, y)),
    words(row.mean, WIDTH - 6, foot, { class: 'm' }),
  ];
}

function cellPart(cell: GridCell, x: number, y: number): string {
  if (cell === 'off') {
    return el('rect', { x, y, width: COLUMN, height: ROW, fill: '#e2e7ec' });
  }
  if (cell.length === 0) {
    return '';
  }
  const [first] = cell;
  const alone = cell.length === 1 && first ? LOOKS[first.look] : '';
  return el(
    'text',
    {
      x: x + COLUMN / 2,
      y: y + ROW - 6,
      class: `c ${alone}`.trim(),
      style: narrowed(cell),
    },
    ...cell.map((sign) => signPart(sign, cell.length === 1)),
  );
}

/** What makes signs fit into a column that are too many for it: a narrow face, then a small one. */
function narrowed(signs: readonly GridSign[]): string | undefined {
  const room = COLUMN - 2;
  if (signsWidth(signs, 'plain') <= room) {
    return undefined;
  }
  const size = Math.min(SIGN_SIZE, (SIGN_SIZE * room) / signsWidth(signs, 'condensed'));
  return `font-stretch:condensed;font-size:${size.toFixed(1)}px`;
}

function signsWidth(signs: readonly GridSign[], face: Face): number {
  return signs.reduce((width, { text, look }) => {
    const heavy = look === 'heavy' || look === 'heavyLow';
    return width + textWidth(text, SIGN_SIZE, face) * (heavy ? BOLD_BY : 1);
  }, 0);
}

function signPart({ text, look }: GridSign, alone: boolean): string {
  const escaped = escapeXml(text);
  return alone || look === 'plain' ? escaped : el('tspan', { class: LOOKS[look] }, escaped);
}
