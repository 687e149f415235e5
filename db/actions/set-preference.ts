import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readPreference } from '../reports/preferences.ts';
import { type PreferenceKey, preferenceFrom } from '../rules/preferences.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Sets what the actor has chosen for themselves. For everybody who is linked, about nobody else. */
export async function setPreference(
  tx: Tx,
  by: By,
  { key, value }: { key: PreferenceKey; value: string },
): Promise<void> {
  const { personId } = by.actor;
  if (personId === 0 || preferenceFrom(key, value) === null) {
    throw new Refusal('not-allowed');
  }
  const before = await readPreference(tx.db, personId, key, tx);
  if (before === value) {
    return;
  }
  await tx.run(
    `INSERT INTO preference (person_id, key, value) VALUES (:personId, :key, :value)
     ON CONFLICT (person_id, key) DO UPDATE SET value = excluded.value`,
    { personId, key, value },
  );
  await writeChanges(tx, by, [
    {
      record: 'preference',
      recordId: personId,
      before: before === null ? null : { [key]: before },
      after: { [key]: value },
    },
  ]);
}
