import { type ChangeEntry, writeChanges } from '../actions/audit.ts';
import type { By } from '../actions/by.ts';
import { insertRows } from '../actions/insert-rows.ts';
import { groupBy } from '../group-by.ts';
import type { Tx } from '../open.ts';
import { DEFAULT_SETTINGS } from '../rules/settings.ts';
import type { FilledLesson, JournalDay } from './journal.ts';
import type { SchoolIds } from './school-ids.ts';

/** A lesson with what the database calls it and its teacher. */
type Written = { lesson: FilledLesson; lessonId: number; teacherId: number };

const LESSON = [
  ...['course_id', 'date', 'number', 'topic', 'homework', 'plan_item_id', 'attendance_at'],
  ...['author_id', 'version', 'created_at', 'updated_at'],
];
const MARK = [
  ...['lesson_id', 'pupil_id', 'date', 'value', 'kind', 'weight', 'comment', 'author_id'],
  ...['state', 'version', 'created_at', 'updated_at'],
];
const ABSENCE = [
  ...['lesson_id', 'pupil_id', 'date', 'code', 'author_id', 'state', 'version'],
  ...['created_at', 'updated_at'],
];
const BORN = { state: 'active', version: 1 } as const;

/**
 * Writes a day of the journal as its teachers would have, audit lines and all, but in bulk and
 * without notices: nobody is told of the past. `tx.now` is when they did.
 */
export async function writeJournalDay(
  tx: Tx,
  { date, lessons }: JournalDay,
  ids: SchoolIds,
): Promise<void> {
  const lessonIds = await insertRows(
    tx,
    'lesson',
    LESSON,
    lessons.map((lesson) => lessonRow(tx, date, lesson, ids)),
  );
  const written = lessons.map((lesson, index) => ({
    lesson,
    lessonId: lessonIds[index] ?? 0,
    teacherId: ids.person(lesson.course.teacherKey),
  }));
  const entries = [
    ...written.map((one) => ({ of: one, entry: lessonEntry(tx, one) })),
    ...(await insertMarks(tx, date, written, ids)),
    ...(await insertAbsences(tx, date, written, ids)),
  ];
  for (const [teacherId, own] of groupBy(entries, ({ of }) => of.teacherId)) {
    const actor = { personId: teacherId, roles: ['teacher'], classIds: [], childIds: [] } as const;
    const by: By = { actor, door: 'chat', operation: `demo:${date}:${teacherId}` };
    await writeChanges(
      tx,
      by,
      own.map(({ entry }) => entry),
    );
  }
}

function lessonRow(tx: Tx, date: string, lesson: FilledLesson, ids: SchoolIds): unknown[] {
  const { course, number, topic, homework, planNumber } = lesson;
  const courseId = ids.course({ ...course, subject: course.subject.name });
  const planItemId = planNumber === null ? null : ids.planItem(courseId, planNumber);
  const teacherId = ids.person(course.teacherKey);
  const times = [tx.now, teacherId, BORN.version, tx.now, tx.now];
  return [courseId, date, number, topic, homework, planItemId, ...times];
}

function lessonEntry(tx: Tx, { lesson, lessonId }: Written): ChangeEntry {
  const { topic, homework } = lesson;
  const attendanceAt = tx.now.toISOString();
  const after = { topic, homework, attendanceAt, version: BORN.version };
  return { record: 'lesson', recordId: lessonId, lessonId, before: null, after };
}

async function insertMarks(tx: Tx, date: string, written: readonly Written[], ids: SchoolIds) {
  const marks = written.flatMap((of) =>
    of.lesson.marks.map(({ pupilKey, value, kind }) => {
      const weight = DEFAULT_SETTINGS[`weight.${kind}`];
      const after = { value, kind, weight, comment: null, ...BORN };
      return { of, pupilId: ids.pupil(pupilKey), after };
    }),
  );
  const rows = marks.map(({ of, pupilId, after: { value, kind, weight, comment } }) => [
    ...[of.lessonId, pupilId, date, value, kind, weight, comment, of.teacherId],
    ...[BORN.state, BORN.version, tx.now, tx.now],
  ]);
  return entriesOf('mark', marks, await insertRows(tx, 'mark', MARK, rows));
}

async function insertAbsences(tx: Tx, date: string, written: readonly Written[], ids: SchoolIds) {
  const absences = written.flatMap((of) =>
    of.lesson.absences.map(({ pupilKey, code }) => ({
      of,
      pupilId: ids.pupil(pupilKey),
      after: { code, ...BORN },
    })),
  );
  const rows = absences.map(({ of, pupilId, after: { code } }) => [
    ...[of.lessonId, pupilId, date, code, of.teacherId, BORN.state, BORN.version],
    ...[tx.now, tx.now],
  ]);
  return entriesOf('absence', absences, await insertRows(tx, 'absence', ABSENCE, rows));
}

function entriesOf(
  record: string,
  born: readonly { of: Written; pupilId: number; after: object }[],
  recordIds: readonly number[],
): { of: Written; entry: ChangeEntry }[] {
  return born.map(({ of, pupilId, after }, index) => ({
    of,
    entry: {
      record,
      recordId: recordIds[index] ?? 0,
      pupilId,
      lessonId: of.lessonId,
      before: null,
      after,
    },
  }));
}
