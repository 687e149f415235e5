import { el, words } from './svg.ts';
import { fitText } from './text-width.ts';

/** A bar: its name, its length, what is written at its end, and where it ended before. */
export type Bar = { name: string; value: number | null; said: string; before: number | null };

/** Bars one under the other; `from` and `to` are the values at both ends. */
export type Bars = { title: string; legend: string; from: number; to: number; bars: Bar[] };

export const PICTURE_WIDTH = 360;
export const TITLE_HEIGHT = 34;

const NAME = 122;
const VALUE = 40;
const ROW = 22;
const MARGIN = 12;
const ROOM = PICTURE_WIDTH - 2 * MARGIN - NAME - VALUE;
const NAME_SIZE = 11;

export const PICTURE_STYLES = [
  "text{font-family:'DejaVu Sans';fill:#1c2733;font-size:11px}",
  '.n{font-stretch:condensed}',
  '.t{font-size:13px;font-weight:bold}',
  '.s{font-size:9px;fill:#7f8c9a}',
  '.v{font-weight:bold}',
  '.c{text-anchor:middle}',
].join('');

/** The height that bars take. */
export function barsHeight({ bars }: Bars): number {
  return TITLE_HEIGHT + bars.length * ROW + 8;
}

/** Bars as parts of a picture, from `y` on. */
export function barsParts({ title, legend, from, to, bars }: Bars, y: number): string[] {
  const lengthOf = (value: number) =>
    (ROOM * Math.max(0, value - from)) / Math.max(1e-9, to - from);
  const left = MARGIN + NAME;
  return [
    words(title, MARGIN, y + 20, { class: 't' }),
    words(legend, MARGIN, y + 32, { class: 's' }),
    ...bars.flatMap(({ name, value, said, before }, index) => {
      const top = y + TITLE_HEIGHT + index * ROW;
      const length = lengthOf(value ?? from);
      return [
        words(fitText(name, NAME - 6, NAME_SIZE, 'condensed'), MARGIN, top + 15, { class: 'n' }),
        el('rect', { x: left, y: top + 4, width: ROOM, height: ROW - 8, fill: '#eef2f6' }),
        el('rect', { x: left, y: top + 4, width: length, height: ROW - 8, fill: '#4a86c5' }),
        ...(before === null
          ? []
          : [
              el('rect', {
                ...{ x: left + lengthOf(before) - 1, y: top + 2, width: 2 },
                ...{ height: ROW - 4, fill: '#1c2733' },
              }),
            ]),
        words(said, left + ROOM + 6, top + 15, { class: 'v' }),
      ];
    }),
  ];
}
