import type { Held } from '../db/actions/hold-notices.ts';
import { LANES, type NewMessage, queueMessages } from '../db/actions/queue-messages.ts';
import {
  gatherNotices,
  releaseNotices,
  type Shown,
  settleSummed,
} from '../db/actions/summed-notices.ts';
import { timeOf } from '../db/days.ts';
import type { Db } from '../db/open.ts';
import { isQuiet, type QuietHours } from '../db/rules/quiet-hours.ts';

/** What one parent is sent, and of which children it tells. */
export type Summary = { personId: number; pupilIds: readonly number[]; messages: NewMessage[] };

/**
 * A summary for each chat of its reader, without a sound in their quiet hours. `key` names what it
 * sums up, and whose.
 */
export function toChats(
  { now, timezone }: Pick<Db, 'now' | 'timezone'>,
  { addresses, quiet }: { addresses: readonly string[]; quiet: QuietHours | null },
  key: string,
  message: object,
): NewMessage[] {
  const silent = isQuiet(quiet, timeOf(now(), timezone));
  return addresses.map((chat) => ({
    dedupeKey: `${key}:${chat}`,
    chat,
    lane: LANES.digest,
    payload: silent ? { ...message, silent: true } : message,
  }));
}

// One write holds the queue for milliseconds, so that a teacher's mark never waits for all parents.
const PARENTS_A_WRITE = 50;

/**
 * Sends the summaries that `read` makes, each once however often it runs, and sees to the notices
 * that waited for them: what a summary shows is settled with it, the rest is let go afterwards.
 */
export async function sendSummaries(
  db: Db,
  held: Held,
  shown: Omit<Shown, 'pairs' | 'asOf'>,
  read: () => Promise<Summary[]>,
): Promise<void> {
  await db.write((tx) => gatherNotices(tx, held));
  const asOf = db.now();
  const summaries = await read();
  for (let from = 0; from < summaries.length; from += PARENTS_A_WRITE) {
    const batch = summaries.slice(from, from + PARENTS_A_WRITE);
    await db.write(async (tx) => {
      const queued = await queueMessages(
        tx,
        batch.flatMap(({ messages }) => messages),
      );
      // What was queued by an earlier run was settled by it.
      const keys = new Set(queued.map(({ dedupeKey }) => dedupeKey));
      const pairs = batch
        .filter(({ messages }) => messages.some(({ dedupeKey }) => keys.has(dedupeKey)))
        .flatMap(({ personId, pupilIds }) => pupilIds.map((pupilId) => ({ personId, pupilId })));
      await settleSummed(tx, held, { ...shown, pairs, asOf });
    });
  }
  await db.write((tx) => releaseNotices(tx, held));
}
