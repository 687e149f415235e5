import type { By } from '../../db/actions/by.ts';
import type { CutChat } from '../../db/actions/cut-link.ts';
import { LANES, type NewMessage, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Tx } from '../../db/open.ts';
import { readInvitedChild } from '../../db/reports/invited-child.ts';
import { readFamilyWatchers } from '../../db/reports/link-watchers.ts';
import { familyToldMessage, goneMessage } from '../views/links.ts';
import { menuFor } from './commands.ts';
import type { Turn } from './turn.ts';

/** Tells a chat that it was cut off, and takes its menu away; a blocked one can't be told. */
export async function tellCutChat(turn: Turn, tx: Tx, by: By, cut: CutChat): Promise<void> {
  if (!cut.reachable) {
    return;
  }
  const texts = turn.allTexts[cut.language ?? turn.config.language];
  const said = [goneMessage(texts), { menu: menuFor([], texts) }];
  await queueMessages(
    tx,
    said.map((payload, index) => ({
      dedupeKey: `cut:${cut.linkId}:${by.operation}:${index}`,
      chat: cut.address,
      lane: LANES.urgent,
      payload,
    })),
  );
}

/** Tells the chats that a family still has of the one the school has cut off. */
export async function tellFamilyOfCut(
  { allTexts, config }: Turn,
  tx: Tx,
  by: By,
  { linkId, pupilId }: { linkId: number; pupilId: number },
): Promise<void> {
  const child = await readInvitedChild(tx, pupilId);
  const watchers = await readFamilyWatchers(tx, { pupilId, linked: by.actor.personId });
  const messages: NewMessage[] = watchers
    .filter(({ as }) => as === 'parent')
    .map(({ address, language }) => ({
      dedupeKey: `cut:${linkId}:${by.operation}:told:${address}`,
      chat: address,
      lane: LANES.urgent,
      payload: familyToldMessage(child, allTexts[language ?? config.language], config.names),
    }));
  await queueMessages(tx, messages);
}
