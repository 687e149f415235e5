import type { Db } from '../../open.ts';
import type { RawInstant } from '../../values.ts';
import { byPeriod, type ExportSlice, sliceParams, utc } from './slice.ts';

export type ExportTermMark = {
  id: number;
  pupilId: number;
  courseId: number;
  period: 'quarter' | 'trimester' | 'half_year' | 'year';
  number: number | null;
  startsOn: string;
  endsOn: string;
  value: string | null;
  state: 'active' | 'cancelled';
  updatedAt: string;
};

type Row = {
  id: number;
  pupil_id: number;
  course_id: number;
  kind: Exclude<ExportTermMark['period'], 'year'> | null;
  number: number | null;
  starts_on: string;
  ends_on: string;
  value: string | null;
  state: ExportTermMark['state'];
  updated_at: RawInstant;
};

/**
 * Term marks and year marks of the periods that touch the days asked for. A cancelled one comes
 * without its value. None of grade 1. One query.
 */
export async function readExportTermMarks(db: Db, slice: ExportSlice): Promise<ExportTermMark[]> {
  const [startsOn, endsOn] = [
    'COALESCE(t.starts_on, y.starts_on)',
    'COALESCE(t.ends_on, y.ends_on)',
  ];
  const rows = await db.select<Row>(
    `SELECT m.id, m.pupil_id, m.course_id, t.kind, t.number, ${startsOn} AS starts_on,
       ${endsOn} AS ends_on, CASE WHEN m.state = 'active' THEN m.value END AS value, m.state,
       m.updated_at
     FROM term_mark m JOIN course c ON c.id = m.course_id
       JOIN school_class k ON k.id = c.class_id AND k.grade > 1
       JOIN academic_year y ON y.id = k.academic_year_id LEFT JOIN term t ON t.id = m.term_id
     ${byPeriod('m', startsOn, endsOn)}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    pupilId: row.pupil_id,
    courseId: row.course_id,
    period: row.kind ?? 'year',
    number: row.number,
    startsOn: row.starts_on,
    endsOn: row.ends_on,
    value: row.value,
    state: row.state,
    updatedAt: utc(row.updated_at),
  }));
}
