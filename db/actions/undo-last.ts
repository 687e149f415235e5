import { instantOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { type AbsenceRecord, absenceRecord, readAbsences, storeAbsence } from './absence-record.ts';
import type { By, LessonKey } from './by.ts';
import { storeMark } from './change-mark.ts';
import { type LessonRecord, readLessonRecord, storeLesson } from './lesson-record.ts';
import { type MarkRecord, markRecord, readMark } from './mark-record.ts';
import { openLesson } from './open-lesson.ts';

/** What was taken back, record by record, newest first. */
export type Undone = {
  lesson: LessonKey;
  records: { record: RecordName; pupilId: number | null }[];
};

type RecordName = 'mark' | 'absence' | 'lesson';

type ChangeRow = {
  record: RecordName;
  recordId: number;
  pupilId: number | null;
  lessonId: number;
  before: string | null;
  after: string;
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
        AND record IN ('mark', 'absence', 'lesson')
      ORDER BY id DESC`,
    { operation, actorId: by.actor.personId },
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
        AND c.operation LIKE 'chat:%' AND c.record IN ('mark', 'absence', 'lesson')
        AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.operation)
      ORDER BY c.id DESC LIMIT 1`,
    { actorId: by.actor.personId, since: instantOf(tx.today, '00:00', tx.db.timezone) },
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

/**
 * A record still says what an operation made it say. Versions can't tell: taking back a later
 * operation restores the words under a new version.
 */
function isAs<R extends MarkRecord | AbsenceRecord>(now: R, after: R): boolean {
  return JSON.stringify({ ...now, version: 0 }) === JSON.stringify({ ...after, version: 0 });
}

type TakeBack = (tx: Tx, by: By, row: ChangeRow, undoes: string) => Promise<void>;

const TAKE_BACK: Record<RecordName, TakeBack> = {
  mark: async (tx, by, row, undoes) => {
    const mark = await readMark(tx, row.recordId);
    const after = JSON.parse(row.after) as MarkRecord;
    if (!mark || !isAs(markRecord(mark), after)) {
      throw new Refusal('undo-overtaken');
    }
    const before = row.before && (JSON.parse(row.before) as MarkRecord);
    await storeMark(tx, by, mark, before || { ...mark, state: 'cancelled' }, null, undoes);
  },
  absence: async (tx, by, row, undoes) => {
    const absence = (await readAbsences(tx, row.lessonId)).get(row.pupilId ?? 0);
    const after = JSON.parse(row.after) as AbsenceRecord;
    if (!absence || !isAs(absenceRecord(absence), after)) {
      throw new Refusal('undo-overtaken');
    }
    const before = row.before && (JSON.parse(row.before) as AbsenceRecord);
    await storeAbsence(tx, by, absence, before || { ...absence, state: 'cancelled' }, { undoes });
  },
  // Topic, homework and the roll are separate to a teacher: only what this operation wrote matters.
  lesson: async (tx, by, row, undoes) => {
    const now = await readLessonRecord(tx, row.recordId);
    const before = JSON.parse(row.before ?? '{}') as Partial<LessonRecord>;
    const after = JSON.parse(row.after) as LessonRecord;
    const back: Partial<Omit<LessonRecord, 'version'>> = {};
    for (const field of ['topic', 'homework', 'attendanceAt'] as const) {
      const was = before[field] ?? null;
      if (was === after[field]) {
        continue;
      }
      if (now?.[field] !== after[field]) {
        throw new Refusal('undo-overtaken');
      }
      back[field] = was;
    }
    await storeLesson(tx, by, row.recordId, back, { undoes });
  },
};
