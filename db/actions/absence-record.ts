import type { Tx } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { correctsAbsence } from '../rules/correction.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { notifyGuardians } from './notify-guardians.ts';
import { checkCorrection, type OpenDay } from './open-lesson.ts';

/** An absence as the audit remembers it. */
export type AbsenceRecord = {
  code: AbsenceCode;
  state: 'active' | 'cancelled';
  version: number;
};

export type StoredAbsence = AbsenceRecord & {
  id: number;
  pupilId: number;
  lessonId: number;
};

/** The part of a stored absence that the audit keeps. */
export function absenceRecord({ code, state, version }: AbsenceRecord): AbsenceRecord {
  return { code, state, version };
}

/** The absences of a lesson, cancelled ones too, by pupil. */
export async function readAbsences(tx: Tx, lessonId: number): Promise<Map<number, StoredAbsence>> {
  const rows = await tx.db.select<StoredAbsence>(
    `SELECT id, pupil_id AS "pupilId", lesson_id AS "lessonId", code, state, version
       FROM absence WHERE lesson_id = :lessonId`,
    { lessonId },
    tx,
  );
  return new Map(rows.map((row) => [row.pupilId, row]));
}

/**
 * Writes an absence's new state with its audit line and notice; refuses a correction that comes too
 * late without a reason, unless it takes an action back (`undoes`).
 */
export async function storeAbsence(
  tx: Tx,
  by: By,
  day: OpenDay,
  absence: StoredAbsence,
  next: Pick<AbsenceRecord, 'code' | 'state'>,
  options: { undoes?: string; noticeAfter?: number } = {},
): Promise<void> {
  if (options.undoes === undefined && correctsAbsence(absence)) {
    checkCorrection(day);
  }
  const after = absenceRecord({ ...next, version: absence.version + 1 });
  await tx.run(
    `UPDATE absence SET code = :code, state = :state, version = :version,
            author_id = CASE WHEN :actorId = 0 THEN author_id ELSE :actorId END, updated_at = :now
      WHERE id = :id`,
    { ...after, id: absence.id, actorId: by.actor.personId, now: tx.now },
  );
  await writeChanges(tx, by, [
    {
      record: 'absence',
      recordId: absence.id,
      pupilId: absence.pupilId,
      lessonId: absence.lessonId,
      before: absenceRecord(absence),
      after,
      undoes: options.undoes ?? null,
    },
  ]);
  await notifyGuardians(tx, 'absence', [absence.id], { noticeAfter: options.noticeAfter ?? 0 });
}
