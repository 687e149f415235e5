import type { Db } from '../../open.ts';
import { byPeriod, type ExportSlice, sliceParams } from './slice.ts';

export type ExportClass = {
  id: number;
  grade: number;
  letter: string;
  academicYear: string;
  startsOn: string;
  endsOn: string;
};

type Row = {
  id: number;
  grade: number;
  letter: string;
  name: string;
  starts_on: string;
  ends_on: string;
};

/** Classes of the academic years that touch the days asked for. One query. */
export async function readExportClasses(db: Db, slice: ExportSlice): Promise<ExportClass[]> {
  const rows = await db.select<Row>(
    `SELECT k.id, k.grade, k.letter, y.name, y.starts_on, y.ends_on
     FROM school_class k JOIN academic_year y ON y.id = k.academic_year_id
     ${byPeriod('k', 'y.starts_on', 'y.ends_on')}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    grade: row.grade,
    letter: row.letter,
    academicYear: row.name,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
  }));
}
