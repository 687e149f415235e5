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
  {
    lesson: key,
    homework,
    reason,
  }: { lesson: LessonKey; homework: string | null; reason?: string | null },
): Promise<{ lessonId: number }> {
  const { lessonId, grade } = await openLesson(tx, by, key, reason);
  if (grade === 1) {
    throw new Refusal('grade-one-no-homework');
  }
  if (homework && homework.length > HOMEWORK_LIMIT) {
    throw new Refusal('text-too-long', { limit: HOMEWORK_LIMIT });
  }
  await storeLesson(tx, by, lessonId, { homework }, { reason: reason ?? null });
  return { lessonId };
}
