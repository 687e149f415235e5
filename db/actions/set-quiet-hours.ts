import type { Tx } from '../open.ts';
import { readSettings } from '../reports/settings.ts';
import type { By } from './by.ts';
import { setPreference } from './set-preference.ts';

/**
 * Sets the actor's own quiet hours. What the former ones have put off is decided on again, when any
 * correction of it has had its time.
 */
export async function setQuietHours(tx: Tx, by: By, hours: string): Promise<void> {
  await setPreference(tx, by, { key: 'quiet.hours', value: hours });
  const { 'notice.delay': delay } = await readSettings(tx.db, tx);
  await tx.run(
    `UPDATE notice SET ripe_at = :soon
      WHERE person_id = :personId AND state = 'waiting' AND ripe_at > :soon`,
    { personId: by.actor.personId, soon: new Date(tx.now.getTime() + delay * 1000) },
  );
}
