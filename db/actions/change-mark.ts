import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readSettings } from '../reports/settings.ts';
import { correctsMark } from '../rules/correction.ts';
import type { WorkKindKey } from '../rules/work-kinds.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkCourse, checkMark } from './give-marks.ts';
import { type MarkRecord, markRecord, readMark, type StoredMark } from './mark-record.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { checkCorrection, type OpenLesson, openLesson } from './open-lesson.ts';

export type ChangeMark = {
  markId: number;
  /** The version that was shown; a mark that changed since is not overwritten. */
  version: number;
  /** What isn't given stays as it is. */
  value?: number | null;
  kind?: WorkKindKey;
  comment?: string | null;
};

/**
 * Corrects an active mark. For the lesson's teacher, a substitute or the administrator; after the edit
 * window with a reason.
 */
export async function changeMark(tx: Tx, by: By, change: ChangeMark): Promise<void> {
  const { lesson, mark } = await markForWriting(tx, by, change);
  if (mark.state === 'cancelled') {
    throw new Refusal('stale');
  }
  const settings = await readSettings(tx.db, tx);
  const { value = mark.value, kind = mark.kind, comment = mark.comment } = change;
  // A comment that stands is none of this change's business.
  checkMark(value, change.comment ?? null, settings);
  const weight = kind === mark.kind ? mark.weight : settings[`weight.${kind}`];
  await storeMark(tx, by, lesson, mark, { value, kind, comment, weight, state: 'active' });
}

/** The mark and its lesson, if this actor may write at its lesson now and it is still as it was shown. */
export async function markForWriting(
  tx: Tx,
  by: By,
  { markId, version }: { markId: number; version: number },
): Promise<{ lesson: OpenLesson; mark: StoredMark }> {
  const mark = await readMark(tx, markId);
  if (!mark) {
    throw new Refusal('not-found');
  }
  const lesson = await openLesson(tx, by, mark);
  checkCourse(lesson);
  if (mark.version !== version) {
    throw new Refusal('stale');
  }
  return { lesson, mark };
}

/**
 * Writes a mark's new state with its audit line and notice; refuses a correction that comes too late
 * without a reason, unless it takes an action back (`undoes`).
 */
export async function storeMark(
  tx: Tx,
  by: By,
  lesson: OpenLesson,
  mark: StoredMark,
  next: Omit<MarkRecord, 'version'>,
  undoes?: string,
): Promise<void> {
  if (undoes === undefined && correctsMark(mark, next)) {
    checkCorrection(lesson);
  }
  const after = markRecord({ ...next, version: mark.version + 1 });
  const [changed] = await tx.db.models.Mark.update(after, {
    where: { id: mark.id, version: mark.version },
    transaction: tx.transaction,
  });
  if (changed !== 1) {
    throw new Refusal('stale');
  }
  await writeChanges(tx, by, [
    {
      record: 'mark',
      recordId: mark.id,
      pupilId: mark.pupilId,
      lessonId: mark.lessonId,
      before: markRecord(mark),
      after,
      undoes: undoes ?? null,
    },
  ]);
  await notifyGuardians(tx, 'mark', [mark.id]);
}
