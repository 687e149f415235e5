import type { Db, Tx } from '../../open.ts';
import { readControlledLessons } from './controlled-lessons.ts';
import type { OpenFinding } from './open-findings.ts';

/** How today's lessons stand: those that are over, and the ones among them not filled in yet. */
export type TodayGaps = { held: number; gaps: OpenFinding[] };

/**
 * Today's lessons that are over and lack their topic or attendance at this very moment: their time
 * isn't up, so they are no findings yet. Two queries.
 */
export async function readTodayGaps(db: Db, tx?: Tx): Promise<TodayGaps> {
  const today = db.today();
  const lessons = await readControlledLessons(db, { from: today, to: today }, tx);
  const gaps = lessons.filter(
    ({ open, topicFilled, rollCalled }) => open && !(topicFilled && rollCalled),
  );
  return {
    held: lessons.length,
    gaps: gaps.map((lesson) => {
      const { courseId, classId, className, subject, groupName, date, number } = lesson;
      return {
        ...{ rule: 'unfilled' as const, courseId, classId, className, subject, groupName },
        termId: 0,
        teacherId: lesson.substituteId ?? lesson.ownerId,
        teacher: lesson.substitute ?? lesson.owner,
        lesson: { date, number },
        pupil: null,
        amount: null,
        foundOn: today,
      };
    }),
  };
}
