import { groupBy } from '../../group-by.ts';
import { overlap } from '../../rules/overlap.ts';
import type { Cells, ReadRow } from '../read/read-school.ts';
import { reportBusy } from './busy.ts';
import { checkDays, dayBefore, firstDay } from './dates.ts';
import { courseKey, type Desk, type Draft, distinct, openDesk } from './draft.ts';
import { findCourse } from './find.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { coursesOf } from './named-courses.ts';
import { add } from './stored-school.ts';

type Slot = Item<'TimetableSlot'>;
type Course = Item<'Course'>;
type Row = ReadRow<'timetable'>;

/**
 * The weekly timetable. The workbook has the whole timetable of each class it names: a lesson that
 * isn't in it ends yesterday, one that hasn't begun goes.
 */
export function planTimetable(draft: Draft): void {
  const desk = openDesk(draft, 'timetable');
  const stored = groupBy(draft.school.TimetableSlot, (slot) => fieldsOf(slot).courseId);
  const byCourse = new Map<Course, Row[]>();
  for (const row of distinct(desk, 'number', keyOf)) {
    const course = findCourse(draft, { ...row.cells, group: row.cells.group }, (...what) =>
      desk.report(row.row, ...what),
    );
    checkBell(draft, desk, row);
    const right = checkDays(draft, row.cells, (...what) => desk.report(row.row, ...what));
    if (course && right) {
      byCourse.set(course, [...(byCourse.get(course) ?? []), row]);
    }
  }
  const rowOf = new Map<Slot, number>();
  for (const [course, rows] of byCourse) {
    planCourse(draft, desk, course, rows, stored.get(course) ?? [], rowOf);
  }
  const classes = new Set([...byCourse.keys()].map((course) => fieldsOf(course).classId));
  for (const course of coursesOf(draft)) {
    if (classes.has(fieldsOf(course).classId) && !byCourse.has(course)) {
      endSlots(draft, desk, stored.get(course) ?? [], []);
    }
  }
  reportBusy(draft, desk, rowOf);
}

function keyOf(cells: Cells<'timetable'>): string {
  return [courseKey(cells), cells.weekday, cells.number, cells.startsOn ?? ''].join('|');
}

function checkBell(draft: Draft, desk: Desk<'timetable'>, { row, cells }: Row): void {
  const { number } = cells;
  const rings =
    draft.school.Bell.some((bell) => fieldsOf(bell).number === number) ||
    draft.read.bells?.broken.some((bell) => bell.number === number);
  if (!rings) {
    desk.report(row, 'number', 'unknown-bell', { number });
  }
}

function planCourse(
  draft: Draft,
  desk: Desk<'timetable'>,
  course: Course,
  rows: readonly Row[],
  stored: readonly Slot[],
  rowOf: Map<Slot, number>,
): void {
  const found = new Map<Row, Slot>();
  for (const isIt of [beginsWith, (row: Row, slot: Slot) => goesOn(draft, row, slot)]) {
    const taken = new Set(found.values());
    for (const row of rows.filter((one) => !found.has(one))) {
      const slot = stored.find((one) => !taken.has(one) && sameTime(row, one) && isIt(row, one));
      if (slot) {
        found.set(row, slot);
        taken.add(slot);
      }
    }
  }
  const slots: Slot[] = [];
  for (const row of rows) {
    const { weekday, number, room, startsOn, endsOn } = row.cells;
    const slot =
      found.get(row) ??
      add(draft.school, 'TimetableSlot', {
        courseId: course,
        weekday,
        number,
        room: room ?? null,
        startsOn: startsOn ?? firstDay(draft, stored.length > 0, endsOn),
        endsOn: endsOn ?? null,
      });
    change(slot, { room, endsOn });
    if (endsOn && endsOn < fieldsOf(slot).startsOn) {
      desk.report(row.row, 'endsOn', 'ends-before-start');
    }
    rowOf.set(slot, row.row);
    slots.push(slot);
    desk.count(slot);
  }
  const vanished = stored.filter((slot) => !slots.includes(slot));
  endSlots(draft, desk, vanished, slots);
}

function sameTime({ cells }: Row, slot: Slot): boolean {
  const { weekday, number } = fieldsOf(slot);
  return weekday === cells.weekday && number === cells.number;
}

function beginsWith({ cells }: Row, slot: Slot): boolean {
  return cells.startsOn === fieldsOf(slot).startsOn;
}

/** A row without a first day means what is in force, or what it has ended itself. */
function goesOn({ today }: Draft, { cells }: Row, slot: Slot): boolean {
  const { endsOn } = fieldsOf(slot);
  return !cells.startsOn && (endsOn === null || endsOn >= today || endsOn === cells.endsOn);
}

/** Ends what is in force of these, before what takes their place begins. */
function endSlots(
  draft: Draft,
  desk: Desk<'timetable'>,
  slots: readonly Slot[],
  heirs: readonly Slot[],
): void {
  const { today } = draft;
  for (const slot of slots) {
    const fields = fieldsOf(slot);
    const { weekday, number, startsOn, endsOn } = fields;
    const inForce = endsOn === null || endsOn >= today;
    const [end] = heirs
      .map((heir) => fieldsOf(heir))
      .filter((heir) => heir.weekday === weekday && heir.number === number)
      .filter((heir) => overlap(heir, fields))
      .map((heir) => heir.startsOn)
      .concat(inForce ? [today] : [])
      .sort()
      .map(dayBefore);
    if (end !== undefined) {
      slot.after = end < startsOn ? null : { ...fields, endsOn: end };
      desk.countGone(slot);
    }
  }
}
