import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import {
  checkDay,
  checkOrder,
  endStay,
  lastRecordDay,
  openStay,
  rollOf,
} from './enrolment-record.ts';

export type LeaveSchool = {
  pupilId: number;
  classId: number;
  /** Last day in the class. */
  day: string;
  /** Number and date of the order. */
  order: string;
};

/**
 * Records that a pupil leaves the school. Nothing of the journal goes; the day can't be before the
 * last of what it holds of them. For the class teacher and the administrator.
 */
export async function leaveSchool(tx: Tx, by: By, leave: LeaveSchool): Promise<void> {
  const { pupilId, classId, day, order } = leave;
  const klass = await rollOf(tx, by, classId);
  checkOrder(order);
  const stay = await openStay(tx, { pupilId, classId });
  const last = await lastRecordDay(tx, { pupilId, classId });
  const from = last !== null && last > stay.startsOn ? last : stay.startsOn;
  checkDay(day, { from, until: klass.yearEndsOn });
  await endStay(tx, by, stay, { day, order });
}
