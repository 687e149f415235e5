import type { Db } from '../../open.ts';
import type { AbsenceCode } from '../../rules/absence-code.ts';
import type { RawInstant } from '../../values.ts';
import { byDay, type ExportSlice, sliceParams, utc } from './slice.ts';

export type ExportAbsence = {
  id: number;
  date: string;
  lessonId: number;
  courseId: number;
  pupilId: number;
  code: AbsenceCode | null;
  state: 'active' | 'cancelled';
  updatedAt: string;
};

type Row = {
  id: number;
  date: string;
  lesson_id: number;
  course_id: number;
  pupil_id: number;
  code: AbsenceCode | null;
  state: ExportAbsence['state'];
  updated_at: RawInstant;
};

/**
 * Absences by the day of their lesson. A cancelled one comes without its code, so that whoever took
 * it before can take it back. One query.
 */
export async function readExportAbsences(db: Db, slice: ExportSlice): Promise<ExportAbsence[]> {
  const rows = await db.select<Row>(
    `SELECT a.id, a.date, a.lesson_id, l.course_id, a.pupil_id,
       CASE WHEN a.state = 'active' THEN a.code END AS code, a.state, a.updated_at
     FROM absence a JOIN lesson l ON l.id = a.lesson_id
     ${byDay('a')}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    date: row.date,
    lessonId: row.lesson_id,
    courseId: row.course_id,
    pupilId: row.pupil_id,
    code: row.code,
    state: row.state,
    updatedAt: utc(row.updated_at),
  }));
}
