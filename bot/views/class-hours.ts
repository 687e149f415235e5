import { areHours, type OfficeHours } from '../../db/rules/office-hours.ts';
import type { Screen } from '../dialogue/turn.ts';
import { classPress, setHoursPress } from '../dialogue/write-presses.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';

/** When parents' messages ring, with steps of an hour either way. */
export function classHoursScreen(
  { classId, className, hours }: { classId: number; className: string; hours: OfficeHours },
  { letters }: Texts,
): Screen {
  const { fromHour, toHour } = hours;
  const step = (text: string, from: number, to: number) =>
    areHours({ fromHour: from, toHour: to })
      ? [{ text, press: setHoursPress(classId, from, to) }]
      : [];
  const rows = [
    [
      ...step(letters.beginEarlier, fromHour - 1, toHour),
      ...step(letters.beginLater, fromHour + 1, toHour),
    ],
    [
      ...step(letters.endEarlier, fromHour, toHour - 1),
      ...step(letters.endLater, fromHour, toHour + 1),
    ],
    [{ text: letters.toClassScreen, press: classPress(classId, 0) }],
  ];
  return {
    text: [
      bold(letters.hoursTitle(className)),
      escapeHtml(letters.hoursSet(fromHour, toHour)),
      escapeHtml(letters.hoursMean),
    ].join('\n'),
    buttons: rows.filter((row) => row.length > 0),
  };
}
