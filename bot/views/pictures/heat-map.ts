import { mondayOf } from '../../../db/days.ts';
import type { AttendanceReport } from '../../../db/reports/periodic/attendance-report.ts';
import type { Pen } from '../lesson.ts';
import { nameAmong } from '../pupil-name.ts';
import { PICTURE_STYLES, PICTURE_WIDTH, TITLE_HEIGHT } from './bars.ts';
import { el, picture, words } from './svg.ts';
import { fitText } from './text-width.ts';

const NAME = 96;
const MARGIN = 12;
const ROW = 15;
const HEAD = 14;
const FOOT = 12;
const GAP = 1;
const NAME_SIZE = 10;
const DATE_ROOM = 30;
// From one missed lesson to the most that anybody missed in a day.
const COLOURS = ['#fbe3c8', '#f6c48e', '#ee9d57', '#dd6f33', '#b8431f'];
const PRESENT = '#eef2f6';

/** Lessons missed: a line a pupil or a class, a column a day; the darker, the more. */
export function heatMap({ pupils, classes, days, missed }: AttendanceReport, pen: Pen): string {
  const { report, school } = pen.texts;
  const list = pupils.map(({ pupil }) => pupil);
  const names =
    pupils.length > 0
      ? list.map((pupil) => nameAmong(pupil, list, pen.names))
      : classes.map(({ className }) => className);
  const column = (PICTURE_WIDTH - 2 * MARGIN - NAME) / Math.max(1, days.length);
  const top = TITLE_HEIGHT + HEAD;
  const most = Math.max(1, ...missed.flat());
  const weeks = days.flatMap((day, index) => {
    const before = days[index - 1];
    return before === undefined || mondayOf(before) !== mondayOf(day) ? [index] : [];
  });
  const every = Math.ceil(DATE_ROOM / Math.max(1, (column * days.length) / weeks.length));
  const xOf = (index: number) => MARGIN + NAME + index * column;
  return picture(
    { width: PICTURE_WIDTH, height: top + names.length * ROW + FOOT },
    PICTURE_STYLES,
    words(report.awayTitle, MARGIN, 20, { class: 't' }),
    words(report.awayLegend, MARGIN, 32, { class: 's' }),
    ...weeks
      .filter((_, index) => index % every === 0)
      .map((index) =>
        words(school.shortDate(days[index] ?? ''), xOf(index), top - 4, { class: 's' }),
      ),
    ...names.flatMap((name, row) => [
      words(fitText(name, NAME - 6, NAME_SIZE, 'condensed'), MARGIN, top + row * ROW + 11, {
        class: 'n',
      }),
      ...days.map((_, index) =>
        el('rect', {
          ...{ x: xOf(index), y: top + row * ROW + GAP, height: ROW - 2 * GAP },
          width: Math.max(1, column - GAP),
          fill: colourOf(missed[row]?.[index] ?? 0, most),
        }),
      ),
    ]),
    ...weeks.slice(1).map((index) =>
      el('rect', {
        ...{ x: xOf(index) - 0.9, y: top, width: 0.75, height: names.length * ROW },
        fill: '#9fb0c0',
      }),
    ),
  );
}

function colourOf(count: number, most: number): string {
  if (count === 0) {
    return PRESENT;
  }
  const place = Math.ceil((count / most) * COLOURS.length) - 1;
  return COLOURS[place] ?? PRESENT;
}
