import type { LessonKey } from '../actions/by.ts';
import { addDays } from '../days.ts';
import type { Db } from '../open.ts';
import type { LessonFacts } from './lesson-facts.ts';
import { isSchoolDay, readSchoolDays } from './school-days.ts';
import { readTimetable } from './timetable.ts';

// Autumn or spring holidays and two lessons behind them.
const DAYS_AHEAD = 28;

/** The next days on which a course has lessons after one of its lessons, at most `count`. Two queries. */
export async function readNextLessonDays(
  db: Db,
  { courseId, date }: LessonKey,
  { classId, grade, academicYearId }: LessonFacts,
  count: number,
): Promise<string[]> {
  const calendars = await readSchoolDays(db, [{ classId, grade, academicYearId }]);
  const calendar = calendars.get(classId);
  if (!calendar) {
    return [];
  }
  const [from, to] = [addDays(date, 1), addDays(date, DAYS_AHEAD)];
  const timetable = await readTimetable(db, { classIds: [classId], from, to });
  const days: string[] = [];
  for (let day = from; day <= to && days.length < count; day = addDays(day, 1)) {
    const lessons = timetable.on(day, () => isSchoolDay(calendar, day));
    if (lessons.some((lesson) => lesson.courseId === courseId)) {
      days.push(day);
    }
  }
  return days;
}
