import { weekdayOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readCalendar } from '../reports/calendar.ts';
import { type LessonFacts, readLessonFacts } from '../reports/lesson-facts.ts';
import { can } from '../rules/access.ts';
import { dayOffOn, termOn } from '../rules/calendar.ts';
import type { By, LessonKey } from './by.ts';
import { insertRows } from './insert-rows.ts';

export type OpenLesson = LessonFacts & { lessonId: number };

/**
 * The first step of every write into a lesson: checks it as `checkLesson` does and gives the lesson
 * its row if it has none yet.
 */
export async function openLesson(
  tx: Tx,
  by: By,
  key: LessonKey,
  reason?: string | null,
): Promise<OpenLesson> {
  const facts = await checkLesson(tx, by, key, reason);
  if (facts.lessonId !== null) {
    return { ...facts, lessonId: facts.lessonId };
  }
  const [lessonId] = await insertRows(
    tx,
    'lesson',
    ['course_id', 'date', 'number', 'version', 'created_at', 'updated_at'],
    [[key.courseId, key.date, key.number, 1, tx.now, tx.now]],
  );
  return { ...facts, lessonId: lessonId ?? 0, version: 1 };
}

/**
 * May this actor write here, and may anybody write on this day? Refuses what is not the actor's, a
 * future day, a day off, a day outside the terms, a closed term (unless the administrator gives a
 * reason), and a lesson that no timetable knows.
 */
export async function checkLesson(
  tx: Tx,
  by: By,
  key: LessonKey,
  reason?: string | null,
): Promise<LessonFacts> {
  const facts = await readLessonFacts(tx.db, key, weekdayOf(key.date), tx);
  if (!facts) {
    throw new Refusal('not-found');
  }
  if (!can(by.actor, 'lesson.write', facts)) {
    throw new Refusal('not-allowed');
  }
  await checkDay(tx, by, key, facts, reason ?? null);
  if (!facts.scheduled) {
    throw new Refusal('no-such-lesson', { date: key.date, number: key.number });
  }
  return facts;
}

/** The part of `checkLesson` that is about the day: for verbs with a right of their own. */
export async function checkDay(
  tx: Tx,
  by: By,
  { date }: Pick<LessonKey, 'date'>,
  { academicYearId, grade }: Pick<LessonFacts, 'academicYearId' | 'grade'>,
  reason: string | null,
): Promise<void> {
  if (date > tx.today) {
    throw new Refusal('future-date', { date });
  }
  const { terms, daysOff } = await readCalendar(tx.db, academicYearId, tx);
  const dayOff = dayOffOn(daysOff, grade, date);
  if (dayOff) {
    throw new Refusal('not-a-school-day', { date, name: dayOff.name });
  }
  const term = termOn(terms, grade, date);
  if (!term) {
    throw new Refusal('no-term', { date });
  }
  const mayReopen = by.actor.roles.includes('administrator') && reason !== null;
  if (term.state === 'closed' && !mayReopen) {
    throw new Refusal('term-closed', { date });
  }
}
