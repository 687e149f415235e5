import type { Db, Tx } from '../open.ts';
import { type Settings, settingsFrom } from '../rules/settings.ts';

/** The school's settings of this moment, defaults filled in. */
export async function readSettings(db: Db, tx?: Tx): Promise<Settings> {
  return settingsFrom(await db.select('SELECT key, value FROM setting', {}, tx));
}
