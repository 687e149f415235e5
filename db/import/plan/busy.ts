import { groupBy } from '../../group-by.ts';
import { overlap } from '../../rules/overlap.ts';
import type { ProblemKey } from '../problem.ts';
import type { Desk, Draft } from './draft.ts';
import { type Fields, fieldsOf, type Item } from './item.ts';

type Slot = Item<'TimetableSlot'>;

/**
 * Reports lessons of the workbook at which a class or a teacher would be twice at one time. A
 * teacher may hold several lessons at once in one room: that is one lesson for all of them.
 */
export function reportBusy(
  draft: Draft,
  desk: Desk<'timetable'>,
  rowOf: ReadonlyMap<Slot, number>,
): void {
  const live = draft.school.TimetableSlot.filter(({ after }) => after !== null);
  const byTime = groupBy(live, (slot) => {
    const { weekday, number } = fieldsOf(slot);
    return weekday * 100 + number;
  });
  for (const slots of byTime.values()) {
    for (const [index, slot] of slots.entries()) {
      for (const earlier of slots.slice(0, index)) {
        const [at, other] = rowOf.has(slot) ? [slot, earlier] : [earlier, slot];
        const row = rowOf.get(at);
        const problem = row === undefined ? null : clashOf(fieldsOf(at), fieldsOf(other));
        if (row !== undefined && problem) {
          const column = problem === 'class-busy' ? 'class' : 'subject';
          desk.report(row, column, problem, { other: courseTitle(fieldsOf(other).courseId) });
        }
      }
    }
  }
}

type SlotFields = Fields<'TimetableSlot'>;

function clashOf(a: SlotFields, b: SlotFields): ProblemKey | null {
  if (!overlap(a, b)) {
    return null;
  }
  const [one, other] = [fieldsOf(a.courseId), fieldsOf(b.courseId)];
  const wholeClass = one.groupName === '' && other.groupName === '';
  if (a.courseId === b.courseId || (one.classId === other.classId && wholeClass)) {
    return 'class-busy';
  }
  const together = a.room !== null && a.room === b.room;
  return one.teacherId !== null && one.teacherId === other.teacherId && !together
    ? 'teacher-busy'
    : null;
}

/** As «7А Алгебра» or «7А Английский язык (1)». */
export function courseTitle(course: Item<'Course'>): string {
  const { classId, subjectId, groupName } = fieldsOf(course);
  const { grade, letter } = fieldsOf(classId);
  const group = groupName === '' ? '' : ` (${groupName})`;
  return `${grade}${letter} ${fieldsOf(subjectId).name}${group}`;
}
