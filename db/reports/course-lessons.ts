import { addDays, weekdayOf } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import { type DayOffSpan, dayOffOn } from '../rules/calendar.ts';

/** A lesson of a course; `lessonId` is null until something is written at it. */
export type CourseLesson = { date: string; number: number; lessonId: number | null };

type Line = {
  line: 'lesson' | 'substitution' | 'slot';
  lessonId: number;
  number: number;
  /** The day, or of a slot its first and last. */
  date: string;
  until: string | null;
  weekday: number;
};

/**
 * The lessons of a course between two days of one term, in order: those that stand in the journal,
 * and those that the timetable or a substitution says took place though nothing is written. One query.
 */
export async function readCourseLessons(
  db: Db,
  of: { courseId: number; grade: number; daysOff: readonly DayOffSpan[]; from: string; to: string },
): Promise<CourseLesson[]> {
  const { courseId, from, to } = of;
  const lines = await db.select<Line>(
    `SELECT 'lesson' AS line, id AS "lessonId", number, date, date AS until, 0 AS weekday
       FROM lesson WHERE course_id = :courseId AND date BETWEEN :from AND :to
     UNION ALL SELECT 'substitution', 0, number, date, date, 0
       FROM substitution WHERE course_id = :courseId AND date BETWEEN :from AND :to
     UNION ALL SELECT 'slot', 0, number, starts_on, ends_on, weekday
       FROM timetable_slot
      WHERE course_id = :courseId AND starts_on <= :to AND (ends_on IS NULL OR ends_on >= :from)`,
    { courseId, from, to },
  );
  const lessons = new Map<string, CourseLesson>();
  const put = (date: string, number: number, lessonId: number | null) => {
    const key = `${date}.${number}`;
    if (lessonId !== null || !lessons.has(key)) {
      lessons.set(key, { date, number, lessonId });
    }
  };
  for (const { line, date, number, lessonId } of lines) {
    if (line !== 'slot') {
      put(date, number, line === 'lesson' ? lessonId : null);
    }
  }
  const slots = groupBy(
    lines.filter(({ line }) => line === 'slot'),
    ({ weekday }) => weekday,
  );
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const own = slots.get(weekdayOf(day)) ?? [];
    for (const { number, date: first, until } of own) {
      const runs = first <= day && (until === null || day <= until);
      if (runs && !dayOffOn(of.daysOff, of.grade, day)) {
        put(day, number, null);
      }
    }
  }
  return [...lessons.values()].sort(
    (left, right) => left.date.localeCompare(right.date) || left.number - right.number,
  );
}
