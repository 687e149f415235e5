import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { UndoableRecord } from '../rules/undoable.ts';
import { type AbsenceRecord, absenceRecord, readAbsences, storeAbsence } from './absence-record.ts';
import type { By } from './by.ts';
import { storeMark } from './change-mark.ts';
import {
  type HomeworkFileRecord,
  readHomeworkFile,
  storeFileState,
} from './homework-file-record.ts';
import { type LessonRecord, readLessonRecord, storeLesson } from './lesson-record.ts';
import { type MarkRecord, markRecord, readMark } from './mark-record.ts';

/** An audit line of a record that can be taken back. */
export type ChangeRow = {
  record: UndoableRecord;
  recordId: number;
  pupilId: number | null;
  lessonId: number;
  before: string | null;
  after: string;
};

/**
 * A record still says what an operation made it say. Versions can't tell: taking back a later
 * operation restores the words under a new version.
 */
function isAs<R extends MarkRecord | AbsenceRecord>(now: R, after: R): boolean {
  return JSON.stringify({ ...now, version: 0 }) === JSON.stringify({ ...after, version: 0 });
}

const LESSON_FIELDS = [
  'topic',
  'homework',
  'homeworkDue',
  'planItemId',
  'attendanceAt',
] as const satisfies readonly (keyof LessonRecord)[];

type TakeBack = (tx: Tx, by: By, row: ChangeRow, undoes: string) => Promise<void>;

/**
 * How each record gives back what one operation wrote: `before` is how the operation found it, null
 * for a record it made. Refuses where the record says something else by now. For `undoLast` only.
 */
export const TAKE_BACK: Record<UndoableRecord, TakeBack> = {
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
    const after = JSON.parse(row.after) as Partial<LessonRecord>;
    const back: Partial<Omit<LessonRecord, 'version'>> = {};
    for (const field of LESSON_FIELDS) {
      const was = before[field] ?? null;
      // Lines written before a field existed don't have it.
      const became = after[field] ?? null;
      if (was === became) {
        continue;
      }
      if (now?.[field] !== became) {
        throw new Refusal('undo-overtaken');
      }
      Object.assign(back, { [field]: was });
    }
    await storeLesson(tx, by, row.recordId, back, { undoes });
  },
  homework_file: async (tx, by, row, undoes) => {
    const file = await readHomeworkFile(tx, row.recordId);
    const after = JSON.parse(row.after) as HomeworkFileRecord;
    if (!file || file.state !== after.state) {
      throw new Refusal('undo-overtaken');
    }
    const state = row.before === null ? 'removed' : 'active';
    await storeFileState(tx, by, file, state, { undoes });
  },
};
