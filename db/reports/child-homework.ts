import { addDays } from '../days.ts';
import type { Db } from '../open.ts';
import { type Child, isInClass } from './children.ts';
import { isSchoolDay, type SchoolDays } from './school-days.ts';
import { readTimetable, type Timetable } from './timetable.ts';

export type DueLine = { number: number; subject: string; text: string; files: number };

/** A school day with what is due on it, lesson by lesson. */
export type DueDay = { date: string; lines: DueLine[] };

/** What a child has to do for each school day between two. One query. For who may read the child. */
export async function readDueDays(
  db: Db,
  child: Child,
  { from, to }: { from: string; to: string },
  days: SchoolDays,
): Promise<DueDay[]> {
  const classIds = child.classes.map(({ classId }) => classId);
  const timetable = await readTimetable(db, { classIds, pupilId: child.pupilId, from, to });
  const due: DueDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (isSchoolDay(days, date)) {
      due.push(dueOn(timetable, child, date, days));
    }
  }
  return due;
}

/** What is due at the lessons of one day that take place. */
export function dueOn(timetable: Timetable, child: Child, date: string, days: SchoolDays): DueDay {
  const runs = (classId: number, day: string) =>
    isInClass(child, classId, day) && isSchoolDay(days, day);
  const lines = timetable
    .on(date, (classId) => runs(classId, date))
    .filter(({ change, classId }) => change === null && isInClass(child, classId, date))
    .flatMap(({ courseId, number, subject }) => {
      const due = timetable.due(courseId, { date, number }, runs);
      return due ? [{ number, subject, text: due.text, files: due.files }] : [];
    });
  return { date, lines };
}
