import type { LessonKey } from '../actions/by.ts';
import type { Db, Tx } from '../open.ts';
import type { LessonFacts } from './lesson-facts.ts';
import { asOneLesson, followsAtOnce, isLive } from './plan-lesson.ts';

/** What a lesson without a topic could be: the next line of the plan, a lesson of a parallel class. */
export type Proposals = {
  plan: { planItemId: number; number: number; topic: string; homework: string | null } | null;
  parallel: { lessonId: number; className: string; groupName: string; topic: string } | null;
};

type Row = {
  line: 'plan' | 'merged' | 'parallel';
  id: number;
  number: number;
  topic: string;
  homework: string | null;
  className: string;
  groupName: string;
};

/**
 * The first line of the course's plan that isn't used up (a line of two hours is for two lessons)
 * nor cut, with the lines merged into it, and the newest lesson of this person's other courses of the same subject and grade, if it is of a
 * later day than this course's last topic. One query.
 */
export async function readProposals(
  db: Db,
  personId: number,
  { courseId, date }: LessonKey,
  { grade, academicYearId }: LessonFacts,
  tx?: Tx,
): Promise<Proposals> {
  const rows = await db.select<Row>(
    `WITH p AS (
       SELECT q.id, q.number, q.topic, q.homework FROM plan_item q
        WHERE q.course_id = :courseId AND ${isLive('q')}
          AND (SELECT COUNT(*) FROM lesson u WHERE u.plan_item_id = q.id)
            < CASE WHEN q.hours > 1 THEN q.hours ELSE 1 END
        ORDER BY q.number LIMIT 1)
     SELECT 'plan' AS line, id, number, topic, homework, '' AS "className", '' AS "groupName"
       FROM p
     UNION ALL
     SELECT 'merged', n.id, n.number, n.topic, n.homework, '', ''
       FROM plan_item n JOIN p ON n.number > p.number
      WHERE n.course_id = :courseId AND n.correction = 'merged' AND ${followsAtOnce('n', 'p')}
     UNION ALL
     SELECT 'parallel', l.id, 0, l.topic, NULL, k.grade || k.letter, c.group_name
       FROM lesson l
       JOIN course c ON c.id = l.course_id
       JOIN school_class k ON k.id = c.class_id
      WHERE l.id = (
         SELECT m.id FROM lesson m
           JOIN course d ON d.id = m.course_id AND d.teacher_id = :personId AND d.id <> :courseId
            AND d.subject_id = (SELECT subject_id FROM course WHERE id = :courseId)
           JOIN school_class j ON j.id = d.class_id AND j.grade = :grade
            AND j.academic_year_id = :academicYearId
          WHERE m.topic IS NOT NULL AND m.date <= :date
            AND NOT EXISTS (SELECT 1 FROM lesson o
              WHERE o.course_id = :courseId AND o.topic IS NOT NULL AND o.date >= m.date)
          ORDER BY m.date DESC, m.number DESC, m.id DESC LIMIT 1)`,
    { personId, courseId, date, grade, academicYearId },
    tx,
  );
  const plan = rows.find(({ line }) => line === 'plan');
  const parallel = rows.find(({ line }) => line === 'parallel');
  const merged = rows.filter(({ line }) => line === 'merged');
  return {
    plan: plan
      ? { planItemId: plan.id, number: plan.number, ...asOneLesson([plan, ...merged]) }
      : null,
    parallel: parallel
      ? {
          lessonId: parallel.id,
          className: parallel.className,
          groupName: parallel.groupName,
          topic: parallel.topic,
        }
      : null,
  };
}
