import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By, LessonKey } from './by.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

export const HOMEWORK_LIMIT = 1000;

/**
 * Writes the homework given at a lesson; null clears it. Refused in grade 1 (regulation 2.4). For
 * whoever may write at the lesson.
 */
export async function setHomework(
  tx: Tx,
  by: By,
  { lesson: key, homework }: { lesson: LessonKey; homework: string | null },
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  if (lesson.grade === 1) {
    throw new Refusal('grade-one-no-homework');
  }
  if (homework && homework.length > HOMEWORK_LIMIT) {
    throw new Refusal('text-too-long', { limit: HOMEWORK_LIMIT });
  }
  await storeLesson(tx, by, lesson, { homework });
  return { lessonId: lesson.lessonId };
}
