import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readPlanLesson } from '../reports/plan-lesson.ts';
import type { By, LessonKey } from './by.ts';
import { storeLesson } from './lesson-record.ts';
import { openLesson } from './open-lesson.ts';

/**
 * Takes a line of the plan for a lesson that has no topic yet: its topic, and its homework where the
 * lesson has none; in grade 1 the topic alone; what is merged into the line comes with it. The lesson counts
 * as given by that line from then on. For whoever may write at the lesson; refuses a line of another
 * course, and one that was cut or merged meanwhile.
 */
export async function acceptPlanItem(
  tx: Tx,
  by: By,
  { lesson: key, planItemId }: { lesson: LessonKey; planItemId: number },
): Promise<{ lessonId: number }> {
  const lesson = await openLesson(tx, by, key);
  const item = await readPlanLesson(tx, key.courseId, planItemId);
  if (!item) {
    throw new Refusal('not-found');
  }
  if (lesson.topic !== null || item.skipped) {
    throw new Refusal('stale');
  }
  const { topic } = item;
  const homework = lesson.grade === 1 ? null : (lesson.homework ?? item.homework);
  await storeLesson(tx, by, lesson, { topic, homework, planItemId });
  return { lessonId: lesson.lessonId };
}
