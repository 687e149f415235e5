import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/**
 * A parent has taken note of a behaviour note of their own child. For a parent who has agreed to get
 * this child's data here. A second time changes nothing; refuses a note that was cancelled since.
 */
export async function acknowledgeBehaviour(
  tx: Tx,
  by: By,
  { noteId }: { noteId: number },
): Promise<void> {
  const { personId, childIds } = by.actor;
  const [note] = await tx.db.select<{ pupilId: number; state: string; consents: number }>(
    `SELECT b.pupil_id AS "pupilId", b.state,
            (SELECT CAST(COUNT(*) AS INTEGER) FROM guardianship g
              WHERE g.pupil_id = b.pupil_id AND g.person_id = :personId AND g.state = 'active'
                AND g.consent_version IS NOT NULL) AS consents
       FROM behaviour_note b WHERE b.id = :noteId`,
    { noteId, personId },
    tx,
  );
  if (!note || !childIds.includes(note.pupilId) || note.consents === 0) {
    throw new Refusal('not-allowed');
  }
  if (note.state !== 'active') {
    throw new Refusal('stale');
  }
  const { Acknowledgement } = tx.db.models;
  const [{ id }, fresh] = await Acknowledgement.findOrCreate({
    where: { noteId, personId },
    defaults: { noteId, personId, at: tx.now },
    transaction: tx.transaction,
  });
  if (fresh) {
    await writeChanges(tx, by, [
      {
        record: 'acknowledgement',
        recordId: id,
        pupilId: note.pupilId,
        before: null,
        after: { noteId },
      },
    ]);
  }
}
