import type { WeeklyMean } from '../../../db/reports/periodic/weekly-means.ts';
import type { Texts } from '../../texts/ru.ts';
import { PICTURE_WIDTH, TITLE_HEIGHT } from './bars.ts';
import { el, words } from './svg.ts';

const HEIGHT = 110;
const FOOT = 22;
const LEFT = 32;
const RIGHT = 26;
// Dates that stand nearer than this run into each other.
const DATE_ROOM = 34;

/** The height of the line with its title. */
export const WEEKLY_HEIGHT = TITLE_HEIGHT + HEIGHT + FOOT;

/** How the mean went from week to week, as parts of a picture from `y` on; one week is no line. */
export function weeklyParts(
  weeks: readonly WeeklyMean[],
  y: number,
  { report, school }: Texts,
): string[] {
  const low = Math.floor(Math.min(...weeks.map(({ mean }) => mean)) * 2) / 2;
  const high = Math.min(5, Math.ceil(Math.max(...weeks.map(({ mean }) => mean)) * 2 + 0.01) / 2);
  const top = y + TITLE_HEIGHT;
  const step = (PICTURE_WIDTH - LEFT - RIGHT) / Math.max(1, weeks.length - 1);
  const xOf = (index: number) => LEFT + index * step;
  const yOf = (mean: number) => top + (HEIGHT * (high - mean)) / Math.max(0.5, high - low);
  const every = Math.ceil(DATE_ROOM / step);
  const levels = [low, (low + high) / 2, high];
  const points = weeks.map(({ mean }, index) => `${xOf(index).toFixed(1)},${yOf(mean).toFixed(1)}`);
  return [
    words(report.trendTitle, 12, y + 20, { class: 't' }),
    ...levels.flatMap((level) => [
      el('rect', {
        ...{ x: LEFT, y: yOf(level), width: PICTURE_WIDTH - LEFT - RIGHT, height: 0.75 },
        fill: '#dfe6ed',
      }),
      words(school.mean(level), 6, yOf(level) + 3, { class: 's' }),
    ]),
    el('polyline', {
      ...{ points: points.join(' '), fill: 'none', stroke: '#2f6fb2' },
      'stroke-width': 2.5,
      'stroke-linejoin': 'round',
    }),
    ...weeks.flatMap(({ monday, mean }, index) => [
      el('circle', { cx: xOf(index), cy: yOf(mean), r: 3.5, fill: '#2f6fb2' }),
      words(school.mean(mean), xOf(index), yOf(mean) - 7, { class: 's c' }),
      ...(index % every === 0
        ? [words(school.shortDate(monday), xOf(index), top + HEIGHT + 15, { class: 's c' })]
        : []),
    ]),
  ];
}
