import { type SchoolTimeliness, shareOf } from '../../db/reports/control/timeliness.ts';
import type { Timeliness } from '../../db/rules/control/timeliness.ts';
import {
  CONTROL_PERIODS,
  type ControlPeriod,
  controlPress,
  timelinessPress,
} from '../dialogue/control-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { tableLine, teacherLabel } from './control-table.ts';
import { bold, escapeHtml, pre } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, pageOf } from './pages.ts';

// A table of this many lines is read without scrolling.
const PER_PAGE = 20;

/** How soon lessons were filled in: the school, then its teachers, the slowest first. */
export function timelinessScreen(
  { school, teachers }: SchoolTimeliness,
  period: ControlPeriod,
  wanted: number,
  pen: Pen,
): Screen {
  const { control, invites } = pen.texts;
  const page = wanted * PER_PAGE < teachers.length ? wanted : 0;
  const line = (name: string, one: Timeliness) =>
    tableLine(name, percentOf(one, pen.texts), hoursOf(one, pen.texts));
  const table = [
    tableLine(control.teacherColumn, control.sameDayColumn, control.delayColumn),
    line(control.school, school),
    ...pageOf(teachers, page, PER_PAGE).map((one) => line(teacherLabel(one, pen), one)),
  ];
  const periods = CONTROL_PERIODS.map((one) => ({
    text: one === period ? control.chosen(control.periods[one]) : control.periods[one],
    press: timelinessPress(one),
  }));
  return {
    text: [
      bold(`${control.timelinessTitle}: ${control.timelinessOf[period]}`),
      ...(school.lessons > 0
        ? [pre(table.join('\n')), escapeHtml(control.timelinessHint)]
        : [escapeHtml(control.noLessons)]),
    ].join('\n'),
    buttons: [
      periods,
      ...arrowRow(teachers.length, page, invites, (to) => timelinessPress(period, to), PER_PAGE),
      [{ text: control.back, press: controlPress({ period, by: 'teacher' }) }],
    ],
  };
}

function percentOf(one: Timeliness, { control }: Texts): string {
  return control.percent(Math.round(shareOf(one) * 100));
}

function hoursOf({ medianHours }: Timeliness, { school }: Texts): string {
  return medianHours === null ? school.noMean : school.shortMean(medianHours);
}
