import { dayOf, timeOf } from '../../days.ts';
import type { Db, Tx } from '../../open.ts';
import { isOver } from '../../rules/unfilled.ts';
import { readTaughtLessons, type TaughtLesson } from '../taught-lessons.ts';
import { readMarkedCourses } from './journal-rows.ts';

/**
 * Lessons between two days that are over by now and that the control looks at: not of grade 1, not
 * of courses without marks, not cancelled or moved away. Two queries.
 */
export async function readControlledLessons(
  db: Db,
  span: { from: string; to: string },
  tx?: Tx,
): Promise<TaughtLesson[]> {
  const now = { day: dayOf(db.now(), db.timezone), time: timeOf(db.now(), db.timezone) };
  const marked = new Set((await readMarkedCourses(db, tx)).map(({ courseId }) => courseId));
  const lessons = await readTaughtLessons(db, { teacherId: null, ...span }, tx);
  return lessons.filter(
    (lesson) =>
      lesson.grade > 1 &&
      lesson.change === null &&
      marked.has(lesson.courseId) &&
      isOver(lesson, now),
  );
}
