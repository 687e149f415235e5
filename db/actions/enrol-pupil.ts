import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readFormerPupils } from '../reports/former-pupils.ts';
import { nameKey } from '../rules/name-key.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { beginStay, checkDay, checkOrder, rollOf } from './enrolment-record.ts';

export type PupilName = { lastName: string; firstName: string; middleName: string | null };

export type EnrolPupil = {
  classId: number;
  name: PupilName;
  /** A pupil of this very name who left the school and is back; null for a new one. */
  formerId: number | null;
  /** First day in the class. */
  day: string;
  /** Number and date of the order. */
  order: string;
};

/**
 * Enrols a pupil who comes to the school, and gives their id. Who was here before keeps all the
 * journal holds of them. For the class teacher and the administrator.
 */
export async function enrolPupil(tx: Tx, by: By, enrol: EnrolPupil): Promise<number> {
  const { classId, name, formerId, day, order } = enrol;
  const klass = await rollOf(tx, by, classId);
  checkOrder(order);
  checkDay(day, { from: klass.yearStartsOn, until: klass.yearEndsOn });
  const pupilId = formerId === null ? await newPupil(tx, by, name) : formerId;
  if (formerId !== null) {
    const former = (await readFormerPupils(tx.db, name, tx)).find(
      (one) => one.pupilId === formerId,
    );
    if (!former) {
      throw new Refusal('stale');
    }
    checkDay(day, { from: former.after, until: klass.yearEndsOn });
  }
  await beginStay(tx, by, { pupilId, classId, day, order });
  return pupilId;
}

async function newPupil(tx: Tx, by: By, name: PupilName): Promise<number> {
  const { lastName, firstName, middleName } = name;
  const key = nameKey([lastName, firstName, middleName].filter(Boolean).join(' '));
  const pupil = await tx.db.models.Pupil.create(
    { ...name, nameKey: key },
    { transaction: tx.transaction },
  );
  await writeChanges(tx, by, [
    { record: 'pupil', recordId: pupil.id, pupilId: pupil.id, before: null, after: name },
  ]);
  return pupil.id;
}
