import type { Db } from '../../open.ts';
import type { RawInstant } from '../../values.ts';
import { byDay, type ExportSlice, sliceParams, utc } from './slice.ts';

export type ExportMark = {
  id: number;
  date: string;
  lessonId: number;
  courseId: number;
  pupilId: number;
  value: number | null;
  kind: string;
  weight: number;
  state: 'active' | 'cancelled';
  updatedAt: string;
};

type Row = {
  id: number;
  date: string;
  lesson_id: number;
  course_id: number;
  pupil_id: number;
  value: number | null;
  kind: string;
  weight: number;
  state: ExportMark['state'];
  updated_at: RawInstant;
};

/**
 * Marks by the day of their lesson. A cancelled one comes without its value, so that whoever took it
 * before can take it back. None of grade 1. One query.
 */
export async function readExportMarks(db: Db, slice: ExportSlice): Promise<ExportMark[]> {
  const rows = await db.select<Row>(
    `SELECT m.id, m.date, m.lesson_id, l.course_id, m.pupil_id,
       CASE WHEN m.state = 'active' THEN m.value END AS value,
       m.kind, m.weight, m.state, m.updated_at
     FROM mark m JOIN lesson l ON l.id = m.lesson_id JOIN course c ON c.id = l.course_id
       JOIN school_class k ON k.id = c.class_id
     ${byDay('m', 'k.grade > 1')}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    date: row.date,
    lessonId: row.lesson_id,
    courseId: row.course_id,
    pupilId: row.pupil_id,
    value: row.value,
    kind: row.kind,
    weight: row.weight,
    state: row.state,
    updatedAt: utc(row.updated_at),
  }));
}
