import type { LessonKey } from '../actions/by.ts';
import { addDays, timeOf, weekdayOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Db } from '../open.ts';
import { type DayOffSpan, dayOffOn, type TermSpan, termOn } from '../rules/calendar.ts';
import { readCalendar } from './calendar.ts';
import { CHANGE_COLUMNS, type ChangeColumns, changeOf, changeRefusal } from './lesson-change.ts';
import type { WritableCourse } from './writable-courses.ts';

// The longest holidays with a week to spare.
const DAYS_BACK = 45;

type Place = { number: number; startsAt: string | null };
type Slot = Place & { weekday: number; startsOn: string; endsOn: string | null };
type Dated = Place & { date: string };

/**
 * The lesson a message to a course means: on `date` its last lesson that has begun (or the first
 * one, before the bell), without a date the newest that has begun, at most 45 days back; a lesson
 * that a colleague took over is then passed by. Of a course that is taken over, the substitute's own
 * lessons alone count. Lessons that were cancelled or moved away don't. Null if there is none.
 * Refuses a future date, a day off, a day outside the terms, and one whose lesson isn't held then.
 */
export async function findCourseLesson(
  db: Db,
  course: WritableCourse,
  teacherId: number,
  date: string | null,
): Promise<LessonKey | null> {
  const today = db.today();
  const calendar = await readCalendar(db, course.academicYearId);
  if (date !== null) {
    checkDay(date, today, course.grade, calendar);
  }
  const from = date ?? addDays(today, -DAYS_BACK);
  const span = { from, to: date ?? today, teacherId };
  const [slots, dated, changes, given] = await Promise.all([
    course.own ? readSlots(db, course.courseId) : [],
    readDated(db, course, span),
    readChanges(db, course.courseId, span),
    date === null && course.own ? readGiven(db, course.courseId, span) : [],
  ]);
  const isGiven = (day: string, number: number) =>
    given.some((lesson) => lesson.date === day && lesson.number === number);
  const time = timeOf(db.now(), db.timezone);
  for (let day = date ?? today; day >= from; day = addDays(day, -1)) {
    if (
      dayOffOn(calendar.daysOff, course.grade, day) ||
      !termOn(calendar.terms, course.grade, day)
    ) {
      continue;
    }
    const places = placesOn(day, slots, dated);
    const changed = changes.filter((change) => change.date === day);
    const held = places.filter(({ number }) => !changed.some((change) => change.number === number));
    const begun = held.filter(
      ({ number, startsAt }) => (day < today || (startsAt ?? '') <= time) && !isGiven(day, number),
    );
    const found = begun.at(-1) ?? (date === null ? undefined : held[0]);
    if (found) {
      return { courseId: course.courseId, date: day, number: found.number };
    }
    const elsewhere = changed.find((change) => places.some((p) => p.number === change.number));
    const change = date !== null && elsewhere ? changeOf(elsewhere) : null;
    if (elsewhere && change) {
      throw changeRefusal(elsewhere, change);
    }
  }
  return null;
}

function checkDay(
  date: string,
  today: string,
  grade: number,
  { terms, daysOff }: { terms: readonly TermSpan[]; daysOff: readonly DayOffSpan[] },
): void {
  if (date > today) {
    throw new Refusal('future-date', { date });
  }
  const dayOff = dayOffOn(daysOff, grade, date);
  if (dayOff) {
    throw new Refusal('not-a-school-day', { date, name: dayOff.name });
  }
  if (!termOn(terms, grade, date)) {
    throw new Refusal('no-term', { date });
  }
}

function placesOn(day: string, slots: readonly Slot[], dated: readonly Dated[]): Place[] {
  const weekday = weekdayOf(day);
  const timetabled = slots.filter(
    (slot) =>
      slot.weekday === weekday &&
      slot.startsOn <= day &&
      (slot.endsOn === null || day <= slot.endsOn),
  );
  const known = dated.filter(({ date }) => date === day);
  return [...timetabled, ...known].sort((left, right) => left.number - right.number);
}

function readSlots(db: Db, courseId: number): Promise<Slot[]> {
  return db.select<Slot>(
    `SELECT t.weekday, t.number, t.starts_on AS "startsOn", t.ends_on AS "endsOn",
            b.starts_at AS "startsAt"
       FROM timetable_slot t LEFT JOIN bell b ON b.number = t.number
      WHERE t.course_id = :courseId`,
    { courseId },
  );
}

/** Lessons of an own course known by their day (stored, moved), or those a substitute takes over. */
function readDated(
  db: Db,
  { courseId, own }: WritableCourse,
  { from, to, teacherId }: { from: string; to: string; teacherId: number },
): Promise<Dated[]> {
  const source = own
    ? `SELECT course_id, date, number FROM lesson
       UNION ALL SELECT course_id, to_date, to_number FROM timetable_change WHERE kind = 'moved'`
    : 'SELECT course_id, date, number FROM substitution WHERE teacher_id = :teacherId';
  return db.select<Dated>(
    `SELECT d.date, d.number, b.starts_at AS "startsAt"
       FROM (${source}) d LEFT JOIN bell b ON b.number = d.number
      WHERE d.course_id = :courseId AND d.date BETWEEN :from AND :to`,
    { courseId, teacherId, from, to },
  );
}

/** Lessons of a course that don't take place where the timetable has them. */
function readChanges(
  db: Db,
  courseId: number,
  { from, to }: { from: string; to: string },
): Promise<(ChangeColumns & { date: string; number: number })[]> {
  return db.select(
    `SELECT x.date, x.number, ${CHANGE_COLUMNS} FROM timetable_change x
      WHERE x.course_id = :courseId AND x.date BETWEEN :from AND :to`,
    { courseId, from, to },
  );
}

/** Lessons of a course that somebody else takes instead of this teacher. */
function readGiven(
  db: Db,
  courseId: number,
  { from, to, teacherId }: { from: string; to: string; teacherId: number },
): Promise<{ date: string; number: number }[]> {
  return db.select(
    `SELECT date, number FROM substitution
      WHERE course_id = :courseId AND teacher_id <> :teacherId AND date BETWEEN :from AND :to`,
    { courseId, teacherId, from, to },
  );
}
