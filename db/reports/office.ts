import { dayOf, timeOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import { DEFAULT_HOURS, isWithin, type OfficeHours } from '../rules/office-hours.ts';
import { isSchoolDay, readSchoolDays } from './school-days.ts';

/** A class teacher's hours, and whether they run at this moment: on school days alone. */
export type Office = OfficeHours & { open: boolean };

/** Two queries. */
export async function readOffice(
  db: Db,
  of: { classId: number; grade: number; academicYearId: number },
  tx?: Tx,
): Promise<Office> {
  const hours = await readHours(db, of.classId, tx);
  const days = (await readSchoolDays(db, [of], tx)).get(of.classId);
  const now = tx?.now ?? db.now();
  const open =
    days !== undefined &&
    isSchoolDay(days, dayOf(now, db.timezone)) &&
    isWithin(hours, timeOf(now, db.timezone));
  return { ...hours, open };
}

/** The hours a class teacher has set, or the usual ones. */
export async function readHours(db: Db, classId: number, tx?: Tx): Promise<OfficeHours> {
  const [row] = await db.select<OfficeHours>(
    'SELECT from_hour AS "fromHour", to_hour AS "toHour" FROM class_hours WHERE class_id = :classId',
    { classId },
    tx,
  );
  return row ?? DEFAULT_HOURS;
}
