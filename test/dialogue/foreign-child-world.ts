import { testClock } from '../clock.ts';
import { openTestDb } from '../database.ts';
import { buildMarkedFamilies, MONDAY } from './marked-families.ts';

/** A database with families whose every word can be told from another's. */
export async function openForeignChildWorld() {
  const { db, close } = await openTestDb(testClock(MONDAY));
  return { db, close, ...(await buildMarkedFamilies(db)) };
}

export type ForeignChildWorld = Awaited<ReturnType<typeof openForeignChildWorld>>;
