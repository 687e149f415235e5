import { reportClashes } from './clashes.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { add } from './stored-school.ts';

/** When the lesson of each number begins and ends: one after the other. */
export function planBells(draft: Draft): void {
  const desk = openDesk(draft, 'bells');
  const rowOf = new Map<Item<'Bell'>, number>();
  for (const { row, cells } of distinct(desk, 'number', (c) => String(c.number))) {
    const { number, startsAt, endsAt } = cells;
    const stored = draft.school.Bell.find((bell) => fieldsOf(bell).number === number);
    const bell = stored ?? add(draft.school, 'Bell', { number, startsAt, endsAt });
    change(bell, { startsAt, endsAt });
    if (endsAt <= startsAt) {
      desk.report(row, 'endsAt', 'ends-before-start');
    } else {
      rowOf.set(bell, row);
    }
    desk.count(bell);
  }
  reportClashes(
    draft.school.Bell,
    rowOf,
    (a, b) => (a.number < b.number ? b.startsAt < a.endsAt : a.startsAt < b.endsAt),
    (row, other) =>
      desk.report(row, 'startsAt', 'bells-overlap', { other: fieldsOf(other).number }),
  );
}
