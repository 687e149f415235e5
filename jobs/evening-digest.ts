import { digestMessage } from '../bot/views/digest.ts';
import { type Digest, readDigests } from '../db/reports/evening-digest.ts';
import type { Job, JobDeps } from './job.ts';
import { type Summary, sendSummaries, toChats } from './send-summaries.ts';

/**
 * Every evening at the school's hour: each parent's day in one message to each of their chats. Who
 * has nothing to hear gets nothing. A chat's digest of a day is queued once, however often it runs.
 * What a parent has left for the evening and isn't of that day comes beside it as a notice.
 */
export const eveningDigest: Job = {
  name: 'evening-digest',
  due: (settings) => ({ hour: settings['digest.hour'] }),
  // Later than this the day is over: the diary has it all.
  catchUpHours: 3,
  run: (deps, { day }) =>
    sendSummaries(
      deps.db,
      'evening',
      { kinds: ['mark', 'absence'], from: day, to: day },
      async () => (await readDigests(deps.db, day)).map((digest) => summaryOf(digest, deps)),
    ),
};

function summaryOf(digest: Digest, { db, texts, config }: JobDeps): Summary {
  const { personId, day, children } = digest;
  const message = digestMessage(digest, texts[digest.language ?? config.language], config.names);
  return {
    personId,
    pupilIds: children.map(({ pupilId }) => pupilId),
    messages: message ? toChats(db, digest, `digest:${day}:${personId}`, message) : [],
  };
}
