import type { Tx } from '../open.ts';

/** What a lesson by a line of the plan is about. */
export type PlanLesson = { topic: string; homework: string | null };

type Row = PlanLesson & { id: number; number: number; correction: string | null };

/** SQL: whether a line is given at lessons of its own. Merged lines aren't, nor are cut ones. */
export const isLive = (line: string) =>
  `(${line}.correction IS NULL OR ${line}.correction = 'moved')`;

/** SQL: whether no line given at lessons of its own stands between a line and an earlier one. */
export const followsAtOnce = (line: string, earlier: string) =>
  `NOT EXISTS (SELECT 1 FROM plan_item b
     WHERE b.course_id = ${line}.course_id AND b.number < ${line}.number
       AND b.number > ${earlier}.number AND ${isLive('b')})`;

/** A line and those merged into it as one lesson: «Степени; Корни». */
export function asOneLesson(lines: readonly (PlanLesson & { number: number })[]): PlanLesson {
  const inOrder = [...lines].sort((a, b) => a.number - b.number);
  const homework = inOrder.map((line) => line.homework).filter((text) => text !== null);
  return {
    topic: inOrder.map(({ topic }) => topic).join('; '),
    homework: homework.length > 0 ? homework.join('; ') : null,
  };
}

/** The lesson of a line of this course; null if the course has no such line. One query. */
export async function readPlanLesson(
  tx: Tx,
  courseId: number,
  planItemId: number,
): Promise<(PlanLesson & { skipped: boolean }) | null> {
  const rows = await tx.db.select<Row>(
    `SELECT n.id, n.number, n.topic, n.homework, n.correction
       FROM plan_item n JOIN plan_item p ON p.id = :planItemId AND p.course_id = n.course_id
      WHERE n.course_id = :courseId AND (n.id = p.id OR (
        n.number > p.number AND n.correction = 'merged' AND ${followsAtOnce('n', 'p')}))`,
    { courseId, planItemId },
    tx,
  );
  const line = rows.find(({ id }) => id === planItemId);
  if (!line) {
    return null;
  }
  const skipped = line.correction === 'merged' || line.correction === 'cut';
  return { ...asOneLesson(rows), skipped };
}
