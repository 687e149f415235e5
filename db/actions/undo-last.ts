import { instantOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { UNDOABLE_RECORDS, type UndoableRecord } from '../rules/undoable.ts';
import type { By, LessonKey } from './by.ts';
import { openLesson } from './open-lesson.ts';
import { type ChangeRow, TAKE_BACK } from './take-back.ts';

/** What was taken back, record by record, newest first. */
export type Undone = {
  lesson: LessonKey;
  records: { record: UndoableRecord; pupilId: number | null }[];
};

/**
 * Takes back one operation of the actor's own in the chat, all its lines: the one given, or their
 * last of today, whichever it was. Refuses if there is none, or if somebody has changed one of the
 * records since.
 */
export async function undoLast(
  tx: Tx,
  by: By,
  { operation: wanted }: { operation?: string } = {},
): Promise<Undone> {
  const operation = wanted ?? (await lastOperation(tx, by));
  const rows = await tx.db.select<ChangeRow>(
    `SELECT record, record_id AS "recordId", pupil_id AS "pupilId", lesson_id AS "lessonId",
            before, after
       FROM change
      WHERE operation = :operation AND actor_id = :actorId AND door = 'chat' AND undoes IS NULL
        AND record IN (:records)
      ORDER BY id DESC`,
    { operation, actorId: by.actor.personId, records: UNDOABLE_RECORDS },
    tx,
  );
  const [newest] = rows;
  if (!newest) {
    throw new Refusal('nothing-to-undo');
  }
  if (await isUndone(tx, operation)) {
    throw new Refusal('undo-overtaken');
  }
  const lesson = await lessonKey(tx, newest.lessonId);
  await openLesson(tx, by, lesson);
  const records = groupBy(rows, ({ record, recordId }) => `${record}:${recordId}`);
  for (const changes of records.values()) {
    const [last] = changes;
    const first = changes.at(-1);
    if (last && first) {
      await TAKE_BACK[last.record](tx, by, { ...last, before: first.before }, operation);
    }
  }
  await checkNobodyIsBoth(tx, newest.lessonId);
  return {
    lesson,
    records: [...records.values()].flatMap(([last]) =>
      last ? [{ record: last.record, pupilId: last.pupilId }] : [],
    ),
  };
}

async function lastOperation(tx: Tx, by: By): Promise<string> {
  const [last] = await tx.db.select<{ operation: string }>(
    `SELECT c.operation FROM change c
      WHERE c.actor_id = :actorId AND c.at >= :since AND c.door = 'chat' AND c.undoes IS NULL
        AND c.record IN (:records)
        AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.operation)
      ORDER BY c.id DESC LIMIT 1`,
    {
      actorId: by.actor.personId,
      since: instantOf(tx.today, '00:00', tx.db.timezone),
      records: UNDOABLE_RECORDS,
    },
    tx,
  );
  if (!last) {
    throw new Refusal('nothing-to-undo');
  }
  return last.operation;
}

async function isUndone(tx: Tx, operation: string): Promise<boolean> {
  const rows = await tx.db.select(
    'SELECT id FROM change WHERE undoes = :operation LIMIT 1',
    { operation },
    tx,
  );
  return rows.length > 0;
}

async function lessonKey(tx: Tx, lessonId: number): Promise<LessonKey> {
  const [key] = await tx.db.select<LessonKey>(
    'SELECT course_id AS "courseId", date, number FROM lesson WHERE id = :lessonId',
    { lessonId },
    tx,
  );
  if (!key) {
    throw new Refusal('nothing-to-undo');
  }
  return key;
}

/** A mark that comes back may meet an absence noted since, or the other way round. */
async function checkNobodyIsBoth(tx: Tx, lessonId: number): Promise<void> {
  const both = await tx.db.select(
    `SELECT m.id FROM mark m JOIN absence a
         ON a.lesson_id = m.lesson_id AND a.pupil_id = m.pupil_id AND a.state = 'active'
      WHERE m.lesson_id = :lessonId AND m.state = 'active' AND a.code <> 'late' LIMIT 1`,
    { lessonId },
    tx,
  );
  if (both.length > 0) {
    throw new Refusal('undo-overtaken');
  }
}
