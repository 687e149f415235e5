import { QueryTypes } from 'sequelize';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { TermDecision } from '../reports/term-decisions.ts';
import type { TermValue } from '../rules/term-mark.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { notifyGuardians } from './notify-guardians.ts';

/** A term or year mark as the audit remembers it. */
export type TermMarkRecord = {
  value: TermValue;
  /** What was proposed when it was decided. */
  proposal: TermValue | null;
  mean: number | null;
  state: 'active' | 'cancelled';
  version: number;
};

/** The part of a stored term mark that the audit keeps. */
export function termMarkRecord(mark: TermMarkRecord): TermMarkRecord {
  const { value, proposal, mean, state, version } = mark;
  return { value, proposal, mean, state, version };
}

/** A term mark, cancelled or not, or null if there is none. */
export async function readTermMark(tx: Tx, termMarkId: number): Promise<TermDecision | null> {
  const [mark] = await tx.db.select<TermDecision>(
    `SELECT id, pupil_id AS "pupilId", course_id AS "courseId", term_id AS "termId", value,
            proposal, mean, state, version
       FROM term_mark WHERE id = :termMarkId`,
    { termMarkId },
    tx,
  );
  return mark ?? null;
}

/** Writes a term mark's new state with its audit line and notice. The caller has checked the right. */
export async function storeTermMark(
  tx: Tx,
  by: By,
  mark: TermDecision,
  next: Omit<TermMarkRecord, 'version'>,
  undoes?: string,
): Promise<void> {
  const after = termMarkRecord({ ...next, version: mark.version + 1 });
  const [, changed] = await tx.db.sequelize.query(
    `UPDATE term_mark SET value = :value, proposal = :proposal, mean = :mean, state = :state,
            version = :version, updated_at = :now,
            author_id = CASE WHEN :actorId = 0 THEN author_id ELSE :actorId END
      WHERE id = :id AND version = :seen`,
    {
      type: QueryTypes.UPDATE,
      replacements: {
        ...after,
        id: mark.id,
        seen: mark.version,
        actorId: by.actor.personId,
        now: tx.now,
      },
      transaction: tx.transaction,
    },
  );
  if (changed !== 1) {
    throw new Refusal('stale');
  }
  await writeChanges(tx, by, [
    {
      record: 'term_mark',
      recordId: mark.id,
      pupilId: mark.pupilId,
      before: termMarkRecord(mark),
      after,
      undoes: undoes ?? null,
    },
  ]);
  await notifyGuardians(tx, 'term_mark', [mark.id]);
}
