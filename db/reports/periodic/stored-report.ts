import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../open.ts';
import type { ReportRef } from '../../rules/report-kinds.ts';
import type { RawInstant } from '../../values.ts';
import { type Moment, momentOf } from '../moment.ts';
import { type TeacherName, teacherName } from '../teacher-name.ts';
import type { Report } from './read-report.ts';

/** A report as it is kept. `approval` is null for a draft. */
export type StoredReport = {
  reportId: number;
  version: number;
  report: Report;
  approval: (Moment & { by: TeacherName | null }) | null;
};

type Row = {
  reportId: number;
  version: number;
  state: 'draft' | 'approved';
  data: string;
  approvedAt: RawInstant | null;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

/** The kept report of a year by its reference, or null. One query. For who may read it. */
export async function readStoredReport(
  db: Db,
  { kind, teacherId, classId, termId }: ReportRef,
  academicYearId: number,
  tx?: Tx,
): Promise<StoredReport | null> {
  const [row] = await db.select<Row>(
    `SELECT r.id AS "reportId", r.version, r.state, r.data, r.approved_at AS "approvedAt",
            p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName"
       FROM report r LEFT JOIN person p ON p.id = r.approved_by_id
      WHERE r.kind = :kind AND COALESCE(r.teacher_id, 0) = :teacher
        AND COALESCE(r.class_id, 0) = :class AND r.academic_year_id = :academicYearId
        AND COALESCE(r.term_id, 0) = :term`,
    {
      ...{ kind, academicYearId },
      teacher: teacherId ?? 0,
      class: classId ?? 0,
      term: termId ?? 0,
    },
    tx,
  );
  if (!row) {
    return null;
  }
  const { reportId, version, state, data, approvedAt, lastName, firstName, middleName } = row;
  const by = teacherName(lastName, firstName, middleName);
  return {
    reportId,
    version,
    report: JSON.parse(data) as Report,
    approval:
      state === 'approved' && approvedAt !== null
        ? { ...momentOf(approvedAt, db.timezone), by }
        : null,
  };
}

/** Short and the same for the same numbers: tells whether what was shown is what stands now. */
export function reportKey(report: Report): string {
  return createHash('sha256').update(JSON.stringify(report)).digest('hex').slice(0, 12);
}
