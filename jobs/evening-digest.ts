import { digestMessage } from '../bot/views/digest.ts';
import { LANES, queueMessages } from '../db/actions/queue-messages.ts';
import { type Digest, readDigests } from '../db/reports/evening-digest.ts';
import type { Job, JobDeps } from './job.ts';

// One write holds the queue for milliseconds, so that a teacher's mark never waits for all parents.
const PARENTS_A_WRITE = 50;

/**
 * Every evening at the school's hour: each parent's day in one message to each of their chats. Who
 * has nothing to hear gets nothing. A chat's digest of a day is queued once, however often it runs.
 */
export const eveningDigest: Job = {
  name: 'evening-digest',
  due: (settings) => ({ hour: settings['digest.hour'] }),
  // Later than this the day is over: the diary has it all.
  catchUpHours: 3,
  run: async (deps, { day }) => {
    const messages = (await readDigests(deps.db, day)).map((digest) => messagesOf(digest, deps));
    for (let from = 0; from < messages.length; from += PARENTS_A_WRITE) {
      const batch = messages.slice(from, from + PARENTS_A_WRITE).flat();
      await deps.db.write((tx) => queueMessages(tx, batch));
    }
  },
};

function messagesOf(digest: Digest, { texts, config }: JobDeps) {
  const { personId, day, addresses } = digest;
  const message = digestMessage(digest, texts[digest.language ?? config.language], config.names);
  if (!message) {
    return [];
  }
  return addresses.map((chat) => ({
    dedupeKey: `digest:${day}:${personId}:${chat}`,
    chat,
    lane: LANES.digest,
    payload: message,
  }));
}
