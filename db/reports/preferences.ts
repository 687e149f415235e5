import type { Db, Tx } from '../open.ts';
import { type PreferenceKey, preferenceFrom } from '../rules/preferences.ts';

/** What a person has chosen for one preference; null where they leave it to the school. */
export async function readPreference(
  db: Db,
  personId: number,
  key: PreferenceKey,
  tx?: Tx,
): Promise<string | null> {
  const [row] = await db.select<{ value: string }>(
    'SELECT value FROM preference WHERE person_id = :personId AND key = :key',
    { personId, key },
    tx,
  );
  return preferenceFrom(key, row?.value ?? null);
}
