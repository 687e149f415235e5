import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By, LessonKey } from './by.ts';
import { readHomeworkFile, storeFileState } from './homework-file-record.ts';
import { checkCorrection, openLesson } from './open-lesson.ts';

/**
 * Takes a file away from a lesson's homework. For whoever may write at the lesson; after the
 * edit window with a reason.
 */
export async function removeHomeworkFile(
  tx: Tx,
  by: By,
  { lesson: key, id }: { lesson: LessonKey; id: number },
): Promise<void> {
  const lesson = await openLesson(tx, by, key);
  const file = await readHomeworkFile(tx, id);
  if (!file || file.lessonId !== lesson.lessonId) {
    throw new Refusal('not-found');
  }
  if (file.state === 'removed') {
    throw new Refusal('stale');
  }
  checkCorrection(lesson);
  await storeFileState(tx, by, file, 'removed');
}
