import { dayOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { UndoableRecord } from '../rules/undoable.ts';
import { toInstant } from '../values.ts';
import { type AbsenceRecord, absenceRecord, readAbsences, storeAbsence } from './absence-record.ts';
import type { By, LessonKey } from './by.ts';
import { storeMark } from './change-mark.ts';
import {
  type HomeworkFileRecord,
  readHomeworkFile,
  storeFileState,
} from './homework-file-record.ts';
import { type LessonRecord, readLessonRecord, storeLesson } from './lesson-record.ts';
import { type MarkRecord, markRecord, readMark } from './mark-record.ts';
import { checkCorrection, type OpenLesson, openLesson } from './open-lesson.ts';
import { isAs, type UndoneChange } from './undone-change.ts';

/**
 * Takes back what was written at one lesson, if this actor may write there now. What was done on an
 * earlier day is a correction like any other. For undoLast.
 */
export async function takeBackAtLesson(
  tx: Tx,
  by: By,
  lessonId: number,
  changes: readonly UndoneChange[],
  undoes: string,
): Promise<{ lesson: LessonKey }> {
  const key = await lessonKey(tx, lessonId);
  const lesson = await openLesson(tx, by, key);
  if (changes.some(({ at }) => dayOf(toInstant(at), tx.db.timezone) !== tx.today)) {
    checkCorrection(lesson);
  }
  for (const change of changes) {
    if (change.record !== 'term_mark' && change.record !== 'plan_item') {
      await TAKE_BACK[change.record](tx, by, lesson, change, undoes);
    }
  }
  await checkNobodyIsBoth(tx, lessonId);
  return { lesson: key };
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

const LESSON_FIELDS = [
  'topic',
  'homework',
  'homeworkDue',
  'planItemId',
  'attendanceAt',
] as const satisfies readonly (keyof LessonRecord)[];

type TakeBack = (
  tx: Tx,
  by: By,
  lesson: OpenLesson,
  change: UndoneChange,
  undoes: string,
) => Promise<void>;

const TAKE_BACK: Record<Exclude<UndoableRecord, 'term_mark' | 'plan_item'>, TakeBack> = {
  mark: async (tx, by, lesson, change, undoes) => {
    const mark = await readMark(tx, change.recordId);
    if (!mark || !isAs(markRecord(mark), JSON.parse(change.after))) {
      throw new Refusal('undo-overtaken');
    }
    const before = change.before && (JSON.parse(change.before) as MarkRecord);
    await storeMark(tx, by, lesson, mark, before || { ...mark, state: 'cancelled' }, undoes);
  },
  absence: async (tx, by, lesson, change, undoes) => {
    const absence = (await readAbsences(tx, lesson.lessonId)).get(change.pupilId ?? 0);
    if (!absence || !isAs(absenceRecord(absence), JSON.parse(change.after))) {
      throw new Refusal('undo-overtaken');
    }
    const before = change.before && (JSON.parse(change.before) as AbsenceRecord);
    const back = before || { ...absence, state: 'cancelled' };
    await storeAbsence(tx, by, lesson, absence, back, { undoes });
  },
  // Topic, homework and the roll are separate to a teacher: only what this operation wrote matters.
  lesson: async (tx, by, lesson, change, undoes) => {
    const now = await readLessonRecord(tx, change.recordId);
    const before = JSON.parse(change.before ?? '{}') as Partial<LessonRecord>;
    const after = JSON.parse(change.after) as Partial<LessonRecord>;
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
    await storeLesson(tx, by, lesson, back, undoes);
  },
  homework_file: async (tx, by, _lesson, change, undoes) => {
    const file = await readHomeworkFile(tx, change.recordId);
    const after = JSON.parse(change.after) as HomeworkFileRecord;
    if (!file || file.state !== after.state) {
      throw new Refusal('undo-overtaken');
    }
    const state = change.before === null ? 'removed' : 'active';
    await storeFileState(tx, by, file, state, { undoes });
  },
};
