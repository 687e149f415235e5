import { addDays, weekdayOf } from '../days.ts';
import type { Db } from '../open.ts';
import { type DayOffSpan, dayOffOn, type TermSpan, termOn } from '../rules/calendar.ts';
import { readCalendar } from './calendar.ts';

/** Tells on which days a teacher has a lesson. */
export type TeachingDays = {
  isTaught: (day: string) => boolean;
  /** The nearest such day before or after a day, or null if the year has none. */
  nearest: (from: string, step: 1 | -1) => string | null;
};

type Slot = {
  weekday: number;
  startsOn: string;
  endsOn: string | null;
  grade: number;
  academicYearId: number;
};

/** Reads the timetable of a teacher's own courses, what was moved in it and what was taken over. */
export async function readTeachingDays(db: Db, teacherId: number): Promise<TeachingDays> {
  const slots = await db.select<Slot>(
    `SELECT DISTINCT t.weekday, t.starts_on AS "startsOn", t.ends_on AS "endsOn", k.grade,
            k.academic_year_id AS "academicYearId"
       FROM timetable_slot t
       JOIN course c ON c.id = t.course_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE c.teacher_id = :teacherId`,
    { teacherId },
  );
  const dated = await db.select<{ date: string; academicYearId: number }>(
    `SELECT r.date, k.academic_year_id AS "academicYearId"
       FROM substitution r
       JOIN course c ON c.id = r.course_id
       JOIN school_class k ON k.id = c.class_id
      WHERE r.teacher_id = :teacherId
     UNION SELECT m.to_date, k.academic_year_id
       FROM timetable_change m
       JOIN course c ON c.id = m.course_id AND c.teacher_id = :teacherId
       JOIN school_class k ON k.id = c.class_id
      WHERE m.kind = 'moved'`,
    { teacherId },
  );
  const years = new Set([...slots, ...dated].map(({ academicYearId }) => academicYearId));
  const calendars = new Map<number, Awaited<ReturnType<typeof readCalendar>>>();
  for (const year of years) {
    calendars.set(year, await readCalendar(db, year));
  }
  const dates = new Set(dated.map(({ date }) => date));
  const isTaught = (day: string) =>
    dates.has(day) ||
    slots.some((slot) => {
      const calendar = calendars.get(slot.academicYearId);
      return calendar !== undefined && takesPlace(slot, day, calendar);
    });
  const terms = [...calendars.values()].flatMap((calendar) => calendar.terms);
  const starts = terms.map(({ startsOn }) => startsOn).sort();
  const ends = terms.map(({ endsOn }) => endsOn).sort();
  const [first = ''] = starts;
  const last = ends.at(-1) ?? '';
  const nearest = (from: string, step: 1 | -1) => {
    const before = addDays(first, -1);
    const after = addDays(last, 1);
    const begin = step === 1 ? later(from, before) : earlier(from, after);
    for (let day = addDays(begin, step); first <= day && day <= last; day = addDays(day, step)) {
      if (isTaught(day)) {
        return day;
      }
    }
    return null;
  };
  return { isTaught, nearest: terms.length === 0 ? () => null : nearest };
}

const later = (a: string, b: string) => (a > b ? a : b);
const earlier = (a: string, b: string) => (a < b ? a : b);

function takesPlace(
  slot: Slot,
  day: string,
  { terms, daysOff }: { terms: readonly TermSpan[]; daysOff: readonly DayOffSpan[] },
): boolean {
  return (
    slot.weekday === weekdayOf(day) &&
    slot.startsOn <= day &&
    (slot.endsOn === null || day <= slot.endsOn) &&
    dayOffOn(daysOff, slot.grade, day) === null &&
    termOn(terms, slot.grade, day) !== null
  );
}
