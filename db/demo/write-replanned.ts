import { editRecord } from '../actions/edit-record.ts';
import type { Tx } from '../open.ts';
import { SEED } from './admit-people.ts';
import { STAFF_PARTS } from './content/cast.ts';
import type { LessonPlace, Replanned } from './replanned.ts';
import type { SchoolIds } from './school-ids.ts';

/** Writes the lessons that go otherwise than the timetable has them, as an administrator does. */
export async function writeReplanned(
  tx: Tx,
  { substituted, cancelled, moved }: Replanned,
  ids: SchoolIds,
): Promise<void> {
  const place = ({ course, date, number }: LessonPlace) => ({
    courseId: ids.course({ ...course, subject: course.subject.name }),
    date,
    number,
  });
  await editRecord(tx, SEED, {
    model: 'Substitution',
    id: null,
    values: { ...place(substituted), teacherId: ids.person(STAFF_PARTS.subjectTeacher) },
  });
  await editRecord(tx, SEED, {
    model: 'TimetableChange',
    id: null,
    values: { ...place(cancelled), kind: 'cancelled', reason: cancelled.reason },
  });
  await editRecord(tx, SEED, {
    model: 'TimetableChange',
    id: null,
    values: {
      ...{ ...place(moved), kind: 'moved', reason: moved.reason },
      ...{ toDate: moved.date, toNumber: moved.toNumber },
    },
  });
}
