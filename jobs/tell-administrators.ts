import type { Texts } from '../bot/texts/ru.ts';
import { LANES, queueMessages } from '../db/actions/queue-messages.ts';
import { readStaffWatchers } from '../db/reports/link-watchers.ts';
import type { JobDeps } from './job.ts';

const NOBODY = 0;

/** Queues a message to every chat of every administrator, once for each `event`. */
export async function tellAdministrators(
  { db, texts, config }: JobDeps,
  event: string,
  messageOf: (texts: Texts) => object,
): Promise<void> {
  await db.write(async (tx) => {
    const chats = await readStaffWatchers(db, NOBODY, tx);
    await queueMessages(
      tx,
      chats.map(({ address, language }) => ({
        dedupeKey: `${event}:${address}`,
        chat: address,
        lane: LANES.urgent,
        payload: messageOf(texts[language ?? config.language]),
      })),
    );
  });
}
