import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { BehaviourKind } from '../reports/behaviour-notes.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { notifyGuardians } from './notify-guardians.ts';

export type CancelledNote = {
  noteId: number;
  pupilId: number;
  classId: number;
  kind: BehaviourKind;
  text: string;
  date: string;
  version: number;
};

type Row = CancelledNote & { authorId: number; state: 'active' | 'cancelled' };

/**
 * Cancels the notes that were written in one go: they stay on record and count nowhere. For their
 * author, on the day they were written. Refuses what is cancelled already. Tells of each the class
 * that its pupil is in today, 0 for none.
 */
export async function cancelBehaviour(
  tx: Tx,
  by: By,
  { operation }: { operation: string },
): Promise<CancelledNote[]> {
  const notes = await tx.db.select<Row>(
    `SELECT b.id AS "noteId", b.pupil_id AS "pupilId", b.author_id AS "authorId", b.kind, b.text,
            b.date, b.state, b.version,
            COALESCE((SELECT MAX(e.class_id) FROM enrolment e
              JOIN school_class k ON k.id = e.class_id
              JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
             WHERE e.pupil_id = b.pupil_id AND e.starts_on <= :today
               AND (e.ends_on IS NULL OR e.ends_on >= :today)), 0) AS "classId"
       FROM behaviour_note b WHERE b.operation = :operation ORDER BY b.id`,
    { operation, today: tx.today },
    tx,
  );
  if (notes.length === 0 || notes.some(({ authorId }) => authorId !== by.actor.personId)) {
    throw new Refusal('not-allowed');
  }
  if (notes.some(({ date }) => date !== tx.today)) {
    throw new Refusal('nothing-to-undo');
  }
  const standing = notes.filter(({ state }) => state === 'active');
  if (standing.length === 0) {
    throw new Refusal('stale');
  }
  const ids = standing.map(({ noteId }) => noteId);
  await tx.run(
    `UPDATE behaviour_note SET state = 'cancelled', version = version + 1, updated_at = :now
      WHERE id IN (:ids)`,
    { ids, now: tx.now },
  );
  await writeChanges(
    tx,
    by,
    standing.map(({ noteId, pupilId, kind, text, version }) => ({
      record: 'behaviour_note',
      recordId: noteId,
      pupilId,
      before: { kind, text, state: 'active', version },
      after: { kind, text, state: 'cancelled', version: version + 1 },
      undoes: operation,
    })),
  );
  await notifyGuardians(tx, 'behaviour_note', ids);
  return standing.map(({ authorId: _, state: __, ...note }) => note);
}
