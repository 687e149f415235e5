import { addDays } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readOpenClasses } from '../reports/class-facts.ts';
import type { By } from './by.ts';
import {
  beginStay,
  checkDay,
  checkOrder,
  endStay,
  lastRecordDay,
  openStay,
  rollOf,
} from './enrolment-record.ts';

export type MovePupil = {
  pupilId: number;
  fromClassId: number;
  toClassId: number;
  /** First day in the new class; the day before is the last in the old one. */
  day: string;
  /** Number and date of the order. */
  order: string;
};

/**
 * Moves a pupil to another class of the same year. What the old class's journal holds of them stays
 * there, so the day must be after the last of it. For the class teacher of the old class and the
 * administrator.
 */
export async function movePupil(tx: Tx, by: By, move: MovePupil): Promise<void> {
  const { pupilId, fromClassId, toClassId, day, order } = move;
  const from = await rollOf(tx, by, fromClassId);
  const to = (await readOpenClasses(tx.db, tx)).find(({ classId }) => classId === toClassId);
  if (!to || toClassId === fromClassId || to.academicYearId !== from.academicYearId) {
    throw new Refusal('not-found');
  }
  checkOrder(order);
  const stay = await openStay(tx, { pupilId, classId: fromClassId });
  const last = await lastRecordDay(tx, { pupilId, classId: fromClassId });
  const busyUntil = last !== null && last > stay.startsOn ? last : stay.startsOn;
  checkDay(day, { from: addDays(busyUntil, 1), until: from.yearEndsOn });
  await endStay(tx, by, stay, { day: addDays(day, -1), order });
  await beginStay(tx, by, { pupilId, classId: toClassId, day, order });
}
