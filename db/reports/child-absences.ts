import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import { ABSENCE_CODES, type AbsenceCode } from '../rules/absence-code.ts';
import type { ChildYear } from './child-years.ts';
import { isInClass } from './children.ts';
import { isSchoolDay, readSchoolDays } from './school-days.ts';
import { readTimetable } from './timetable.ts';

export type MissedLesson = { number: number; subject: string; code: AbsenceCode };

/** A day with absences; `whole` is a day of which no lesson was attended. */
export type MissedDay = { date: string; whole: boolean; lessons: MissedLesson[] };

/** Lessons by code, being late apart, and days that were missed from the first lesson to the last. */
export type MissedTotal = Record<AbsenceCode, number> & { wholeDays: number };

type Row = MissedLesson & { date: string };

/**
 * The days of a school year on which a child missed lessons or was late, in order of time. A day is
 * missed whole if the timetable had no other lesson of the child's. Three queries, one for a year
 * without absences. For who may read the child.
 */
export async function readMissedDays(
  db: Db,
  { pupilId, year }: { pupilId: number; year: ChildYear },
): Promise<MissedDay[]> {
  const { classes, academicYearId } = year;
  const rows = await db.select<Row>(
    `SELECT a.date, l.number, s.name AS subject, a.code
       FROM absence a
       JOIN lesson l ON l.id = a.lesson_id
       JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
      WHERE a.pupil_id = :pupilId AND a.state = 'active' AND k.academic_year_id = :academicYearId
      ORDER BY a.date, l.number, a.id`,
    { pupilId, academicYearId },
  );
  const [from, to] = [rows[0]?.date, rows.at(-1)?.date];
  if (from === undefined || to === undefined) {
    return [];
  }
  const classIds = classes.map(({ classId }) => classId);
  const [calendars, timetable] = await Promise.all([
    readSchoolDays(db, classes),
    readTimetable(db, { classIds, pupilId, from, to }),
  ]);
  const runs = (classId: number, date: string) => {
    const days = calendars.get(classId);
    return days !== undefined && isSchoolDay(days, date);
  };
  return [...groupBy(rows, ({ date }) => date)].map(([date, own]) => {
    const lessons = own.map(({ number, subject, code }) => ({ number, subject, code }));
    const missed = new Set(own.filter(({ code }) => code !== 'late').map(({ number }) => number));
    const whole = timetable
      .on(date, (classId) => runs(classId, date))
      .filter(({ change, classId }) => change === null && isInClass(year, classId, date))
      .every(({ number }) => missed.has(number));
    return { date, whole: whole && missed.size > 0, lessons };
  });
}

/** Sums up days of absence. */
export function missedTotal(days: readonly MissedDay[]): MissedTotal {
  const total = { absent: 0, ill: 0, excused: 0, late: 0, wholeDays: 0 };
  for (const { whole, lessons } of days) {
    total.wholeDays += whole ? 1 : 0;
    for (const code of ABSENCE_CODES) {
      total[code] += lessons.filter((lesson) => lesson.code === code).length;
    }
  }
  return total;
}
