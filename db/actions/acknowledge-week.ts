import { mondayOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readNoticeChoices } from '../reports/notice-choices.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/**
 * A parent has taken note of the week of their own child that a day (not one to come) belongs to. For
 * a parent who has agreed to get this child's data here. A second time changes nothing.
 */
export async function acknowledgeWeek(
  tx: Tx,
  by: By,
  { pupilId, day }: { pupilId: number; day: string },
): Promise<void> {
  const { personId, childIds } = by.actor;
  const { isHeardOf } = await readNoticeChoices(tx.db, [personId], tx);
  if (!childIds.includes(pupilId) || !isHeardOf({ personId, pupilId }) || day > tx.today) {
    throw new Refusal('not-allowed');
  }
  const monday = mondayOf(day);
  const [{ id }, fresh] = await tx.db.models.WeekAcknowledgement.findOrCreate({
    where: { personId, pupilId, monday },
    defaults: { personId, pupilId, monday, at: tx.now },
    transaction: tx.transaction,
  });
  if (fresh) {
    const record = 'week_acknowledgement';
    await writeChanges(tx, by, [
      { record, recordId: id, pupilId, before: null, after: { monday } },
    ]);
  }
}
