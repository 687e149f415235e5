import type { Db } from '../../open.ts';
import { byPeriod, type ExportSlice, sliceParams } from './slice.ts';

export type ExportPupil = {
  id: number;
  pupilId: number;
  personalFile: string | null;
  lastName: string;
  firstName: string;
  middleName: string | null;
  classId: number;
  number: number;
  startsOn: string;
  endsOn: string | null;
};

type Row = {
  id: number;
  pupil_id: number;
  key: string | null;
  last_name: string;
  first_name: string;
  middle_name: string | null;
  class_id: number;
  number: number;
  starts_on: string;
  ends_on: string | null;
};

/**
 * Pupils with each of their classes in the days asked for: whoever changed the class stands in two
 * rows. `id` is of the place in the class. No birthday, no family. One query.
 */
export async function readExportPupils(db: Db, slice: ExportSlice): Promise<ExportPupil[]> {
  const rows = await db.select<Row>(
    `SELECT e.id, e.pupil_id, p.key, p.last_name, p.first_name, p.middle_name, e.class_id, e.number,
       e.starts_on, e.ends_on
     FROM enrolment e JOIN pupil p ON p.id = e.pupil_id
     ${byPeriod('e', 'e.starts_on', 'e.ends_on')}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    pupilId: row.pupil_id,
    personalFile: row.key,
    lastName: row.last_name,
    firstName: row.first_name,
    middleName: row.middle_name,
    classId: row.class_id,
    number: row.number,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }));
}
