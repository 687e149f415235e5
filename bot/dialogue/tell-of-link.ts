import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { callerOfPerson } from '../../db/reports/caller.ts';
import { readInvitedChild } from '../../db/reports/invited-child.ts';
import {
  readFamilyWatchers,
  readStaffWatchers,
  type Watcher,
} from '../../db/reports/link-watchers.ts';
import type { Texts } from '../texts/ru.ts';
import { linkedChildMessage, linkedStaffMessage } from '../views/linked.ts';
import type { Screen, Turn } from './turn.ts';

type Link = { inviteId: number; personId: number; pupilId: number | null };

/**
 * Tells those who answer for it of a new link, in the transaction that made it: of a child's, the
 * other parents and the class teacher; of a staff member's, the other administrators.
 */
export async function tellOfLink(turn: Turn, tx: Tx, link: Link): Promise<void> {
  const { allTexts, config } = turn;
  const { watchers, messageFor } = await whomAndWhat(turn, tx, link);
  const messages = watchers.map((watcher) => ({
    dedupeKey: `linked:${link.inviteId}:${watcher.address}`,
    chat: watcher.address,
    lane: LANES.urgent,
    payload: messageFor(watcher, allTexts[watcher.language ?? config.language]),
  }));
  await queueMessages(tx, messages);
}

async function whomAndWhat(
  { config: { names } }: Turn,
  tx: Tx,
  { personId, pupilId }: Link,
): Promise<{ watchers: Watcher[]; messageFor: (watcher: Watcher, texts: Texts) => Screen }> {
  if (pupilId !== null) {
    const child = await readInvitedChild(tx, pupilId);
    return {
      watchers: await readFamilyWatchers(tx, { pupilId, linked: personId }),
      messageFor: ({ as }, texts) => linkedChildMessage(child, as, texts, names),
    };
  }
  const person = await callerOfPerson(tx.db, personId, tx);
  if (!person) {
    throw new Refusal('not-found');
  }
  return {
    watchers: await readStaffWatchers(tx.db, personId, tx),
    messageFor: (_, texts) => linkedStaffMessage(person, texts, names),
  };
}
