import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readSettings } from '../reports/settings.ts';
import type { WorkKindKey } from '../rules/work-kinds.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkCourse, checkMark } from './give-marks.ts';
import { type MarkRecord, markRecord, readMark, type StoredMark } from './mark-record.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { openLesson } from './open-lesson.ts';

export type ChangeMark = {
  markId: number;
  /** The version that was shown; a mark that changed since is not overwritten. */
  version: number;
  /** What isn't given stays as it is. */
  value?: number | null;
  kind?: WorkKindKey;
  comment?: string | null;
  reason?: string | null;
};

/** Corrects an active mark. For the lesson's teacher, a substitute or the administrator. */
export async function changeMark(tx: Tx, by: By, change: ChangeMark): Promise<void> {
  const mark = await markForWriting(tx, by, change);
  if (mark.state === 'cancelled') {
    throw new Refusal('stale');
  }
  const settings = await readSettings(tx.db, tx);
  const { value = mark.value, kind = mark.kind, comment = mark.comment } = change;
  // A comment that stands is none of this change's business.
  checkMark(value, change.comment ?? null, settings);
  const weight = kind === mark.kind ? mark.weight : settings[`weight.${kind}`];
  await storeMark(tx, by, mark, { value, kind, comment, weight, state: 'active' }, change.reason);
}

/** The mark, if this actor may write at its lesson now and it is still as it was shown. */
export async function markForWriting(
  tx: Tx,
  by: By,
  { markId, version, reason }: { markId: number; version: number; reason?: string | null },
): Promise<StoredMark> {
  const mark = await readMark(tx, markId);
  if (!mark) {
    throw new Refusal('not-found');
  }
  checkCourse(await openLesson(tx, by, mark, reason));
  if (mark.version !== version) {
    throw new Refusal('stale');
  }
  return mark;
}

/** Writes a mark's new state with its audit line and notice. The caller has checked the right. */
export async function storeMark(
  tx: Tx,
  by: By,
  mark: StoredMark,
  next: Omit<MarkRecord, 'version'>,
  reason?: string | null,
  undoes?: string,
): Promise<void> {
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
      reason: reason ?? null,
      undoes: undoes ?? null,
    },
  ]);
  await notifyGuardians(tx, 'mark', [mark.id]);
}
