import { instantOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { UNDOABLE_RECORDS, type UndoableRecord } from '../rules/undoable.ts';
import type { By, LessonKey } from './by.ts';
import type { TermKey } from './open-term-sheet.ts';
import { takeBackAtLesson } from './take-back-at-lesson.ts';
import { takeBackPlanFix } from './take-back-plan-fix.ts';
import { takeBackTermMarks } from './take-back-term-marks.ts';
import type { UndoneChange } from './undone-change.ts';

const UNDOABLE = "record IN (:records) AND (record <> 'plan_item' OR reason IS NOT NULL)";

/** What was taken back, record by record, newest first: of a lesson, of term marks, or of a plan. */
export type Undone = { records: { record: UndoableRecord; pupilId: number | null }[] } & (
  | { lesson: LessonKey }
  | { term: TermKey }
  | { plan: { courseId: number } }
);

/**
 * Takes back one operation of the actor's own in the chat, all its lines: the one given, or their
 * last of today, whichever it was. Refuses if there is none, or if somebody has changed one of the
 * records since. What was done on an earlier day is a correction like any other.
 */
export async function undoLast(
  tx: Tx,
  by: By,
  { operation: wanted }: { operation?: string } = {},
): Promise<Undone> {
  const operation = wanted ?? (await lastOperation(tx, by));
  const changes = await readChanges(tx, by, operation);
  const [newest] = changes;
  if (!newest) {
    throw new Refusal('nothing-to-undo');
  }
  if (await isUndone(tx, operation)) {
    throw new Refusal('undo-overtaken');
  }
  // A verb writes in one place.
  const place = await takeBack(tx, by, newest, changes, operation);
  return { ...place, records: changes.map(({ record, pupilId }) => ({ record, pupilId })) };
}

function takeBack(
  tx: Tx,
  by: By,
  { record, lessonId }: UndoneChange,
  changes: readonly UndoneChange[],
  operation: string,
) {
  if (record === 'plan_item') {
    return takeBackPlanFix(tx, by, changes, operation);
  }
  return lessonId === null
    ? takeBackTermMarks(tx, by, changes, operation)
    : takeBackAtLesson(tx, by, lessonId, changes, operation);
}

/** What the operation did, a change for each record it touched, newest first. */
async function readChanges(tx: Tx, by: By, operation: string): Promise<UndoneChange[]> {
  const lines = await tx.db.select<UndoneChange>(
    `SELECT record, record_id AS "recordId", pupil_id AS "pupilId", lesson_id AS "lessonId",
            before, after, at
       FROM change
      WHERE operation = :operation AND actor_id = :actorId AND door = 'chat' AND undoes IS NULL
        AND ${UNDOABLE}
      ORDER BY id DESC`,
    { operation, actorId: by.actor.personId, records: UNDOABLE_RECORDS },
    tx,
  );
  const records = groupBy(lines, ({ record, recordId }) => `${record}:${recordId}`);
  return [...records.values()].flatMap((own) => {
    const [last] = own;
    const first = own.at(-1);
    return last && first ? [{ ...last, before: first.before }] : [];
  });
}

async function lastOperation(tx: Tx, by: By): Promise<string> {
  const [last] = await tx.db.select<{ operation: string }>(
    `SELECT c.operation FROM change c
      WHERE c.actor_id = :actorId AND c.at >= :since AND c.door = 'chat' AND c.undoes IS NULL
        AND c.operation LIKE 'chat:%' AND ${UNDOABLE}
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
