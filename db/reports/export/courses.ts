import type { Db } from '../../open.ts';
import { type RawFlag, toFlag } from '../../values.ts';
import { byPeriod, type ExportSlice, sliceParams } from './slice.ts';

export type ExportCourse = {
  id: number;
  classId: number;
  subject: string;
  groupName: string | null;
  teacherLastName: string | null;
  teacherFirstName: string | null;
  teacherMiddleName: string | null;
  markFree: boolean;
};

type Row = {
  id: number;
  class_id: number;
  subject: string;
  group_name: string;
  last_name: string | null;
  first_name: string | null;
  middle_name: string | null;
  mark_free: RawFlag;
};

/** Courses of the academic years that touch the days asked for. One query. */
export async function readExportCourses(db: Db, slice: ExportSlice): Promise<ExportCourse[]> {
  const rows = await db.select<Row>(
    `SELECT c.id, c.class_id, s.name AS subject, c.group_name, p.last_name, p.first_name,
       p.middle_name, c.mark_free
     FROM course c JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id JOIN academic_year y ON y.id = k.academic_year_id
       LEFT JOIN person p ON p.id = c.teacher_id
     ${byPeriod('c', 'y.starts_on', 'y.ends_on')}`,
    sliceParams(slice),
  );
  return rows.map((row) => ({
    id: row.id,
    classId: row.class_id,
    subject: row.subject,
    groupName: row.group_name || null,
    teacherLastName: row.last_name,
    teacherFirstName: row.first_name,
    teacherMiddleName: row.middle_name,
    markFree: toFlag(row.mark_free),
  }));
}
