import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

export type Consent = { personId: number; pupilId: number; version: string };

/**
 * Records that a parent agreed to this version of the consent for a child that is already theirs.
 * For the parent alone.
 */
export async function giveConsent(tx: Tx, by: By, { personId, ...of }: Consent): Promise<void> {
  if (by.actor.personId !== personId || !by.actor.childIds.includes(of.pupilId)) {
    throw new Refusal('not-allowed');
  }
  await tieChild(tx, by, { personId, ...of });
}

/** Makes a person the parent of a pupil, with the consent this rests on. A step of other actions. */
export async function tieChild(
  tx: Tx,
  by: By,
  { personId, pupilId, version }: Consent,
): Promise<void> {
  const { Guardianship } = tx.db.models;
  const { transaction } = tx;
  const before = await Guardianship.findOne({ where: { personId, pupilId }, transaction });
  const next = { state: 'active' as const, consentVersion: version, consentAt: tx.now };
  const tie =
    before ?? (await Guardianship.create({ personId, pupilId, ...next }, { transaction }));
  if (before) {
    await Guardianship.update(next, { where: { id: before.id }, transaction });
  }
  await writeChanges(tx, by, [
    {
      record: 'guardianship',
      recordId: tie.id,
      pupilId,
      before: before && { state: before.state, consentVersion: before.consentVersion },
      after: { personId, state: 'active', consentVersion: version },
    },
  ]);
}
