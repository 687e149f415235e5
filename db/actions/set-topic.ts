import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By, LessonKey } from './by.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

export const TOPIC_LIMIT = 500;

/** Writes what the lesson was about, in any grade; null clears it. For whoever may write there. */
export async function setTopic(
  tx: Tx,
  by: By,
  { lesson: key, topic }: { lesson: LessonKey; topic: string | null },
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  if (topic && topic.length > TOPIC_LIMIT) {
    throw new Refusal('text-too-long', { limit: TOPIC_LIMIT });
  }
  await storeLesson(tx, by, lesson, { topic });
  return { lessonId: lesson.lessonId };
}
