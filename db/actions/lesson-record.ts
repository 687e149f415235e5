import type { Tx } from '../open.ts';
import { correctsFields } from '../rules/correction.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkCorrection, type OpenLesson } from './open-lesson.ts';

/** A lesson's own fields as the audit remembers them. `attendanceAt` is ISO 8601 UTC. */
export type LessonRecord = {
  topic: string | null;
  homework: string | null;
  /** The day the homework is for; null is the next lesson. */
  homeworkDue: string | null;
  planItemId: number | null;
  attendanceAt: string | null;
  version: number;
};

/** A lesson's own fields, or null if there is no such row. */
export async function readLessonRecord(tx: Tx, lessonId: number): Promise<LessonRecord | null> {
  const lesson = await tx.db.models.Lesson.findByPk(lessonId, { transaction: tx.transaction });
  return (
    lesson && {
      topic: lesson.topic,
      homework: lesson.homework,
      homeworkDue: lesson.homeworkDue,
      planItemId: lesson.planItemId,
      attendanceAt: lesson.attendanceAt?.toISOString() ?? null,
      version: lesson.version,
    }
  );
}

/**
 * Writes a lesson's own fields with their audit line; refuses a correction that comes too late
 * without a reason, unless it takes an action back (`undoes`).
 */
export async function storeLesson(
  tx: Tx,
  by: By,
  lesson: OpenLesson,
  next: Partial<Omit<LessonRecord, 'version'>>,
  undoes?: string,
): Promise<void> {
  const { lessonId } = lesson;
  const before = await readLessonRecord(tx, lessonId);
  if (!before) {
    throw new Error(`lesson ${lessonId} was opened in this transaction but is not there`);
  }
  if (undoes === undefined && correctsFields(before, next)) {
    checkCorrection(lesson);
  }
  const after = { ...before, ...next, version: before.version + 1 };
  await tx.run(
    `UPDATE lesson SET topic = :topic, homework = :homework, homework_due = :homeworkDue,
            plan_item_id = :planItemId, attendance_at = :attendanceAt, version = :version,
            updated_at = :now, author_id = CASE WHEN :actorId = 0 THEN author_id ELSE :actorId END
      WHERE id = :lessonId`,
    {
      ...after,
      attendanceAt: after.attendanceAt && new Date(after.attendanceAt),
      lessonId,
      actorId: by.actor.personId,
      now: tx.now,
    },
  );
  await writeChanges(tx, by, [
    {
      record: 'lesson',
      recordId: lessonId,
      lessonId,
      before,
      after,
      undoes: undoes ?? null,
    },
  ]);
}
