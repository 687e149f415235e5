import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readSettings } from '../reports/settings.ts';
import { COMMENT_LIMIT } from '../rules/comment-limit.ts';
import type { Settings } from '../rules/settings.ts';
import type { WorkKindKey } from '../rules/work-kinds.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By, LessonKey } from './by.ts';
import { cancelAbsences } from './cancel-absences.ts';
import { checkPupils } from './check-pupils.ts';
import { insertRows } from './insert-rows.ts';
import { markRecord } from './mark-record.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { type OpenLesson, openLesson } from './open-lesson.ts';

export type NewMark = {
  pupilId: number;
  /** The mark, or null for work that is owed («точка»). */
  value: number | null;
  kind: WorkKindKey;
  comment?: string | null;
  /** How many marks the pupil had at this lesson when the button was drawn: a second tap is stale. */
  seen?: number;
};

export type GiveMarks = {
  lesson: LessonKey;
  marks: readonly NewMark[];
  /** Cancel an absence that stands in the way instead of refusing. */
  replace?: boolean;
};

const COLUMNS = [
  'lesson_id',
  'pupil_id',
  'date',
  'value',
  'kind',
  'weight',
  'comment',
  'author_id',
  'state',
  'version',
  'created_at',
  'updated_at',
];

/**
 * Gives marks at one lesson. For its teacher, a substitute or the administrator. Refuses grade 1
 * and mark-free courses, wrong values, pupils who aren't taught this course, and н/б/у at the same
 * lesson unless `replace`. Returns the ids in the order of `marks`.
 */
export async function giveMarks(
  tx: Tx,
  by: By,
  { lesson: key, marks, replace }: GiveMarks,
): Promise<{ lessonId: number; markIds: number[] }> {
  const lesson = await openLesson(tx, by, key);
  checkCourse(lesson);
  const settings = await readSettings(tx.db, tx);
  for (const { value, comment } of marks) {
    checkMark(value, comment ?? null, settings);
  }
  const pupilIds = marks.map(({ pupilId }) => pupilId);
  await checkPupils(tx, lesson, key.date, pupilIds);
  await checkSeen(tx, lesson, marks);
  await cancelAbsences(tx, by, lesson, { pupilIds, replace: replace === true });

  const { markIds, changes } = await insertMarks(tx, by, {
    lessonId: lesson.lessonId,
    date: key.date,
    marks,
    settings,
  });
  await writeChanges(tx, by, changes);
  await notifyGuardians(tx, 'mark', markIds, { known: settings });
  return { lessonId: lesson.lessonId, markIds };
}

/**
 * Inserts marks that were checked and gives their audit lines; the caller writes those and sees to
 * the notices. For actions only.
 */
export async function insertMarks(
  tx: Tx,
  by: By,
  {
    lessonId,
    date,
    marks,
    settings,
  }: {
    lessonId: number;
    date: string;
    marks: readonly NewMark[];
    settings: Settings;
  },
): Promise<{ markIds: number[]; changes: ChangeEntry[] }> {
  const records = marks.map(({ value, kind, comment }) =>
    markRecord({
      value,
      kind,
      weight: settings[`weight.${kind}`],
      comment: comment ?? null,
      state: 'active',
      version: 1,
    }),
  );
  const rows = records.map(({ value, kind, weight, comment, state, version }, index) => [
    lessonId,
    marks[index]?.pupilId,
    date,
    value,
    kind,
    weight,
    comment,
    by.actor.personId,
    state,
    version,
    tx.now,
    tx.now,
  ]);
  const markIds = await insertRows(tx, 'mark', COLUMNS, rows);
  const changes = markIds.map((recordId, index) => ({
    record: 'mark',
    recordId,
    pupilId: marks[index]?.pupilId ?? null,
    lessonId,
    before: null,
    after: records[index] ?? null,
  }));
  return { markIds, changes };
}

/** Refuses marks where the school gives none: grade 1 (regulation 2.4) and mark-free courses. */
export function checkCourse({ grade, markFree, subject }: OpenLesson): void {
  if (grade === 1) {
    throw new Refusal('grade-one-no-marks');
  }
  if (markFree) {
    throw new Refusal('mark-free-course', { subject });
  }
}

/** Refuses a value outside the school's scale and a comment that is too long. */
export function checkMark(value: number | null, comment: string | null, settings: Settings): void {
  const inScale = value === null || (Number.isInteger(value) && value <= 5);
  if (!inScale || (value !== null && value < settings['marks.lowest'])) {
    throw new Refusal('wrong-mark', { value, lowest: settings['marks.lowest'] });
  }
  if (comment && comment.length > COMMENT_LIMIT) {
    throw new Refusal('text-too-long', { limit: COMMENT_LIMIT });
  }
}

async function checkSeen(tx: Tx, lesson: OpenLesson, marks: readonly NewMark[]): Promise<void> {
  if (marks.every(({ seen }) => seen === undefined)) {
    return;
  }
  const counts = await tx.db.select<{ pupilId: number; count: number }>(
    `SELECT pupil_id AS "pupilId", CAST(COUNT(*) AS INTEGER) AS count FROM mark
      WHERE lesson_id = :lessonId AND state = 'active' GROUP BY pupil_id`,
    { lessonId: lesson.lessonId },
    tx,
  );
  const byPupil = new Map(counts.map(({ pupilId, count }) => [pupilId, count]));
  if (
    marks.some(({ pupilId, seen }) => seen !== undefined && seen !== (byPupil.get(pupilId) ?? 0))
  ) {
    throw new Refusal('stale');
  }
}
