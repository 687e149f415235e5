import { LANES, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Tx } from '../../db/open.ts';
import type { Excuse } from '../../db/reports/excuses.ts';
import { readClassTeacher } from '../../db/reports/families.ts';
import { readOffice } from '../../db/reports/office.ts';
import { readAddresses } from '../../db/reports/ripe-notices.ts';
import { declinedMessage, excuseCard } from '../views/excuse-card.ts';
import type { Turn } from './turn.ts';

/**
 * Brings a parent's answer to the class teacher, without a sound outside the hours; `again` only says
 * whether there is anybody to have it. Returns whether there is.
 */
export async function tellOfExcuse(
  { allTexts, config }: Turn,
  tx: Tx,
  excuse: Excuse,
  { again }: { again: boolean },
): Promise<boolean> {
  const teacher = await readClassTeacher(tx.db, excuse.classId, tx);
  const recipients = teacher?.recipients ?? [];
  if (recipients.length === 0 || again) {
    return recipients.length > 0;
  }
  const office = await readOffice(tx.db, excuse, tx);
  await queueMessages(
    tx,
    recipients.map(({ address, language }) => {
      const texts = allTexts[language ?? config.language];
      const card = excuseCard(excuse, { today: tx.today }, texts, config.names);
      return {
        dedupeKey: `excuse:${excuse.excuseId}:v${excuse.version}:${address}`,
        chat: address,
        lane: LANES.urgent,
        payload: office.open ? card : { ...card, silent: true },
      };
    }),
  );
  return true;
}

/** Tells the parent who answered that it was not accepted. */
export async function tellOfDeclined(
  { allTexts, config }: Turn,
  tx: Tx,
  excuse: Excuse,
): Promise<void> {
  const { personId } = excuse.parent;
  const { transaction } = tx;
  const parent = await tx.db.models.Person.findByPk(personId, { transaction });
  const texts = allTexts[parent?.language ?? config.language];
  const addresses = (await readAddresses(tx, [personId])).get(personId) ?? [];
  await queueMessages(
    tx,
    addresses.map((address) => ({
      dedupeKey: `excuse:${excuse.excuseId}:v${excuse.version}:${address}`,
      chat: address,
      lane: LANES.notice,
      payload: declinedMessage(excuse, texts, config.names),
    })),
  );
}
