import { LANES, type NewMessage } from '../../db/actions/queue-messages.ts';
import type { Tx } from '../../db/open.ts';
import type { Excuse } from '../../db/reports/excuses.ts';
import { readClassTeacher } from '../../db/reports/families.ts';
import { readOffice } from '../../db/reports/office.ts';
import { excuseCard } from '../views/excuse-card.ts';
import type { DeliveryDeps } from './deps.ts';

/**
 * Brings answers back to the class teacher when there is something to turn into a code: those that
 * came ahead once the absence is noted, and without a sound those that have a code already when «н»
 * is noted at a later lesson. Once until the teacher decides, however many lessons follow.
 */
export async function remindOfExcuses(
  { texts, config }: Pick<DeliveryDeps, 'texts' | 'config'>,
  tx: Tx,
  excuses: readonly Excuse[],
): Promise<NewMessage[]> {
  const messages: NewMessage[] = [];
  for (const excuse of excuses) {
    const teacher = await readClassTeacher(tx.db, excuse.classId, tx);
    const office = await readOffice(tx.db, excuse, tx);
    for (const { address, language } of teacher?.recipients ?? []) {
      const words = texts[language ?? config.language];
      const of = { today: tx.today, expected: true };
      const card = excuseCard(excuse, of, words, config.names);
      messages.push({
        dedupeKey: `excuse:${excuse.excuseId}:v${excuse.version}:noted:${address}`,
        chat: address,
        lane: LANES.notice,
        payload: office.open && excuse.state === 'new' ? card : { ...card, silent: true },
      });
    }
  }
  return messages;
}
