import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readHours } from '../reports/office.ts';
import { areHours, type OfficeHours } from '../rules/office-hours.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

/** Sets the hours in which parents' messages ring. For the class teacher alone. */
export async function setClassHours(
  tx: Tx,
  by: By,
  { classId, hours }: { classId: number; hours: OfficeHours },
): Promise<void> {
  if (!by.actor.classIds.includes(classId)) {
    throw new Refusal('not-allowed');
  }
  if (!areHours(hours)) {
    throw new Refusal('stale');
  }
  const before = await readHours(tx.db, classId, tx);
  if (before.fromHour === hours.fromHour && before.toHour === hours.toHour) {
    return;
  }
  await tx.db.models.ClassHours.upsert({ classId, ...hours }, { transaction: tx.transaction });
  await writeChanges(tx, by, [{ record: 'class_hours', recordId: classId, before, after: hours }]);
}
