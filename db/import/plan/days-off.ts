import { nameKey } from '../../rules/name-key.ts';
import type { ReadRow } from '../read/read-school.ts';
import { checkDays } from './dates.ts';
import { type Draft, distinct, openDesk } from './draft.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { add } from './stored-school.ts';

type DayOff = Item<'DayOff'>;
type Row = ReadRow<'daysOff'>;

/**
 * Holidays and days off. They have no key of their own: a row is the stored one that begins on the
 * same day, else the only one left of the same name, so that holidays may be moved.
 */
export function planDaysOff(draft: Draft): void {
  const desk = openDesk(draft, 'daysOff');
  const rows = distinct(desk, 'startsOn', (c) => `${c.startsOn}|${c.grade ?? ''}`);
  const found = new Map<Row, DayOff>();
  pair(rows, draft.school.DayOff, found, sameDay, false);
  pair(rows, draft.school.DayOff, found, sameName, true);
  for (const row of rows) {
    const { startsOn, name } = row.cells;
    const stored = found.get(row);
    const grade = row.cells.grade ?? null;
    const endsOn = row.cells.endsOn ?? startsOn;
    const item =
      stored ??
      add(draft.school, 'DayOff', { academicYearId: draft.year, startsOn, endsOn, name, grade });
    change(item, { startsOn, endsOn, name, grade });
    checkDays(draft, { startsOn, endsOn }, (...what) => desk.report(row.row, ...what));
    desk.count(item);
  }
}

type Same = (row: Row, item: DayOff) => boolean;

const sameGrade: Same = ({ cells }, item) => fieldsOf(item).grade === (cells.grade ?? null);
const sameDay: Same = (row, item) =>
  sameGrade(row, item) && fieldsOf(item).startsOn === row.cells.startsOn;
const sameName: Same = (row, item) =>
  sameGrade(row, item) && nameKey(fieldsOf(item).name) === nameKey(row.cells.name);

/** Pairs rows with stored items; `only` where neither could mean another. */
function pair(
  rows: readonly Row[],
  items: readonly DayOff[],
  found: Map<Row, DayOff>,
  same: Same,
  only: boolean,
): void {
  const taken = new Set(found.values());
  const freeRows = rows.filter((row) => !found.has(row));
  const freeItems = items.filter((item) => !taken.has(item));
  for (const row of freeRows) {
    const candidates = freeItems.filter((item) => same(row, item));
    const [item] = candidates;
    const rivals = item ? freeRows.filter((other) => same(other, item)) : [];
    if (item && (!only || (candidates.length === 1 && rivals.length === 1))) {
      found.set(row, item);
    }
  }
}
