import { addDays, weekdayOf } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db, Tx } from '../open.ts';
import { dayOffOn, termOn } from '../rules/calendar.ts';
import type { LessonCount } from '../rules/plan-progress.ts';
import { readCalendar } from './calendar.ts';

type Course = { courseId: number; academicYearId: number; grade: number };

type Row = {
  line: 'slot' | 'away' | 'moved';
  courseId: number;
  /** Of a slot; 0 for a day. */
  weekday: number;
  /** The first and the last day of a slot, or the one day. */
  begins: string;
  ends: string | null;
};

/**
 * How many lessons the timetable has for each course in its year, and how many on days before `day`
 * (today), cancelled ones left out and moved ones at their new day. Three queries for courses of one year.
 */
export async function readLessonCounts(
  db: Db,
  courses: readonly Course[],
  tx?: Tx,
  day = db.today(),
): Promise<Map<number, LessonCount>> {
  const counts = new Map<number, LessonCount>();
  if (courses.length === 0) {
    return counts;
  }
  const rows = groupBy(await readRows(db, courses, tx), ({ courseId }) => courseId);
  for (const [yearId, ofYear] of groupBy(courses, ({ academicYearId }) => academicYearId)) {
    const calendar = await readCalendar(db, yearId, tx);
    const days = new Map<number, SchoolDay[]>();
    for (const { courseId, grade } of ofYear) {
      const ofGrade = days.get(grade) ?? schoolDays(calendar, grade);
      days.set(grade, ofGrade);
      counts.set(courseId, countLessons(rows.get(courseId) ?? [], ofGrade, day));
    }
  }
  return counts;
}

type SchoolDay = { day: string; weekday: number };

function schoolDays(
  { terms, daysOff }: Awaited<ReturnType<typeof readCalendar>>,
  grade: number,
): SchoolDay[] {
  const days: SchoolDay[] = [];
  const [first] = terms;
  const last = terms.map(({ endsOn }) => endsOn).sort();
  const end = last.at(-1) ?? '';
  for (let day = first?.startsOn ?? '9'; day <= end; day = addDays(day, 1)) {
    if (termOn(terms, grade, day) && !dayOffOn(daysOff, grade, day)) {
      days.push({ day, weekday: weekdayOf(day) });
    }
  }
  return days;
}

function countLessons(
  rows: readonly Row[],
  days: readonly SchoolDay[],
  today: string,
): LessonCount {
  const slots = rows.filter(({ line }) => line === 'slot');
  const dated = days.flatMap(({ day, weekday }) =>
    slots
      .filter(
        (slot) =>
          slot.weekday === weekday && slot.begins <= day && (!slot.ends || day <= slot.ends),
      )
      .map(() => day),
  );
  const daysOf = (line: Row['line']) =>
    rows.filter((row) => row.line === line).map(({ begins }) => begins);
  const past = (list: readonly string[]) => list.filter((day) => day < today).length;
  const [away, moved] = [daysOf('away'), daysOf('moved')];
  return {
    held: Math.max(0, past(dated) - past(away) + past(moved)),
    all: Math.max(0, dated.length - away.length + moved.length),
  };
}

function readRows(db: Db, courses: readonly Course[], tx?: Tx): Promise<Row[]> {
  return db.select<Row>(
    `SELECT 'slot' AS line, course_id AS "courseId", weekday, starts_on AS begins, ends_on AS ends
       FROM timetable_slot WHERE course_id IN (:courseIds)
     UNION ALL SELECT 'away', course_id, 0, date, NULL
       FROM timetable_change WHERE course_id IN (:courseIds)
     UNION ALL SELECT 'moved', course_id, 0, to_date, NULL
       FROM timetable_change WHERE course_id IN (:courseIds) AND kind = 'moved'`,
    { courseIds: courses.map(({ courseId }) => courseId) },
    tx,
  );
}
