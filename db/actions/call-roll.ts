import type { Tx } from '../open.ts';
import type { By, LessonKey } from './by.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

/**
 * Says that the roll was called: whoever has no absence noted was there. Calling it again changes
 * nothing. For whoever may write at the lesson.
 */
export async function callRoll(
  tx: Tx,
  by: By,
  { lesson: key }: { lesson: LessonKey },
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  if (!lesson.attendanceTaken) {
    await storeLesson(tx, by, lesson, { attendanceAt: tx.now.toISOString() });
  }
  return { lessonId: lesson.lessonId };
}
