import { addDays } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By, LessonKey } from './by.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

export const HOMEWORK_LIMIT = 1000;

// Longer ahead than any holidays; a slip of a year is found out.
const DAYS_AHEAD = 60;

/**
 * Writes the homework given at a lesson; null clears it. `due` is the day it is for, null is the next
 * lesson; what isn't given stays as it is. Refused in grade 1 (regulation 2.4) and for a day that
 * isn't within two months after the lesson. For whoever may write at the lesson.
 */
export async function setHomework(
  tx: Tx,
  by: By,
  {
    lesson: key,
    homework,
    due,
  }: { lesson: LessonKey; homework: string | null; due?: string | null },
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  if (lesson.grade === 1) {
    throw new Refusal('grade-one-no-homework');
  }
  if (homework && homework.length > HOMEWORK_LIMIT) {
    throw new Refusal('text-too-long', { limit: HOMEWORK_LIMIT });
  }
  if (due && (due <= key.date || due > addDays(key.date, DAYS_AHEAD))) {
    throw new Refusal('wrong-due-date', { date: due });
  }
  const homeworkDue = homework === null ? null : due;
  const next = homeworkDue === undefined ? { homework } : { homework, homeworkDue };
  await storeLesson(tx, by, lesson, next);
  return { lessonId: lesson.lessonId };
}
