import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { BehaviourKind } from '../reports/behaviour-notes.ts';
import { type BehaviourPupil, readBehaviourPupils } from '../reports/behaviour-pupils.ts';
import { can } from '../rules/access.ts';
import { BEHAVIOUR_TEXT_LIMIT } from '../rules/behaviour.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { insertRows } from './insert-rows.ts';
import { notifyGuardians } from './notify-guardians.ts';

export type WriteBehaviour = {
  classId: number;
  pupilIds: readonly number[];
  kind: BehaviourKind;
  text: string;
};

/**
 * Writes the same praise or remark to each of these pupils. For the class teacher, and for a teacher
 * of every one of them. Refuses a pupil who isn't in the class today.
 */
export async function writeBehaviour(
  tx: Tx,
  by: By,
  { classId, pupilIds, kind, text }: WriteBehaviour,
): Promise<{ noteId: number; pupil: BehaviourPupil }[]> {
  checkBehaviourText(text);
  const pupils = await readBehaviourPupils(tx.db, classId, tx);
  const named = [...new Set(pupilIds)].map((pupilId) => {
    const pupil = pupils.find((candidate) => candidate.pupilId === pupilId);
    if (!pupil || !can(by.actor, 'behaviour.write', pupil)) {
      throw new Refusal('not-allowed');
    }
    return pupil;
  });
  const { today, now } = tx;
  const noteIds = await insertRows(
    tx,
    'behaviour_note',
    [
      'pupil_id',
      'author_id',
      'kind',
      'text',
      'date',
      'state',
      'version',
      'operation',
      'created_at',
      'updated_at',
    ],
    named.map(({ pupilId }) => [
      pupilId,
      by.actor.personId,
      kind,
      text,
      today,
      'active',
      1,
      by.operation,
      now,
      now,
    ]),
  );
  const notes = named.map((pupil, index) => ({ noteId: noteIds[index] ?? 0, pupil }));
  await writeChanges(
    tx,
    by,
    notes.map(({ noteId, pupil }) => ({
      record: 'behaviour_note',
      recordId: noteId,
      pupilId: pupil.pupilId,
      before: null,
      after: { kind, text, state: 'active', version: 1 },
    })),
  );
  await notifyGuardians(tx, 'behaviour_note', noteIds);
  return notes;
}

/** Refuses an empty text and one that is no note any more. */
export function checkBehaviourText(text: string): void {
  if (text.trim() === '' || text.length > BEHAVIOUR_TEXT_LIMIT) {
    throw new Refusal('text-too-long', { limit: BEHAVIOUR_TEXT_LIMIT });
  }
}
