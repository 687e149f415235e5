import type { Db } from '../../open.ts';
import type { RawInstant } from '../../values.ts';
import { byDay, type ExportSlice, sliceParams, utc } from './slice.ts';

export type ExportLesson = {
  id: number;
  date: string;
  number: number;
  courseId: number;
  topic: string | null;
  homework: string | null;
  attendanceAt: string | null;
  updatedAt: string;
};

type Row = {
  id: number;
  date: string;
  number: number;
  course_id: number;
  topic: string | null;
  homework: string | null;
  attendance_at: RawInstant | null;
  updated_at: RawInstant;
};

/** Lessons that were opened in the journal. Grade 1 has no homework. One query. */
export async function readExportLessons(db: Db, slice: ExportSlice): Promise<ExportLesson[]> {
  const rows = await db.select<Row>(
    `SELECT l.id, l.date, l.number, l.course_id, l.topic,
       CASE WHEN k.grade > 1 THEN l.homework END AS homework, l.attendance_at, l.updated_at
     FROM lesson l JOIN course c ON c.id = l.course_id JOIN school_class k ON k.id = c.class_id
     ${byDay('l')}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    date: row.date,
    number: row.number,
    courseId: row.course_id,
    topic: row.topic,
    homework: row.homework,
    attendanceAt: row.attendance_at === null ? null : utc(row.attendance_at),
    updatedAt: utc(row.updated_at),
  }));
}
