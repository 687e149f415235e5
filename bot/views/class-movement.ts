import type { ClassFacts } from '../../db/reports/class-facts.ts';
import type { Movement } from '../../db/reports/class-movement.ts';
import { askArrivalPress } from '../dialogue/class-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { tabRows } from './class-tabs.ts';
import { firstLines } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { pupilName } from './pupil-name.ts';

const RESERVED = 400;

/** Arrivals and departures of a class with their orders. `mayWrite`: may record more of them. */
export function classMovementScreen(
  of: { klass: ClassFacts; movements: readonly Movement[]; mayWrite: boolean },
  { texts, names }: Pen,
): Screen {
  const { klass, movements, mayWrite } = of;
  const { classCard, school } = texts;
  const lines = movements.map(({ pupil, way, day, other, order }) =>
    escapeHtml(
      classCard.moveLine(way, pupilName(pupil, names), school.shortDate(day), other, order),
    ),
  );
  const { shown, left } = firstLines(lines, RESERVED);
  const text = [
    bold(classCard.movesTitle(klass.className)),
    ...(lines.length === 0 ? [escapeHtml(classCard.noMoves)] : shown),
    ...(left > 0 ? [escapeHtml(classCard.more(left))] : []),
    '',
    escapeHtml(classCard.movesHint),
  ].join('\n');
  const arrival = { text: classCard.arrival, press: askArrivalPress(klass.classId) };
  const tabs = tabRows(klass.classId, 'moves', texts);
  return { text, buttons: [...(mayWrite ? [[arrival]] : []), ...tabs] };
}
