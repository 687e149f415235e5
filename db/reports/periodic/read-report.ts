import { Refusal } from '../../errors.ts';
import type { Db, Tx } from '../../open.ts';
import { type Actor, can } from '../../rules/access.ts';
import { isReport, type ReportRef } from '../../rules/report-kinds.ts';
import { type AttendanceReport, readAttendanceReport } from './attendance-report.ts';
import { type ClassReport, readClassReport } from './class-report.ts';
import type { Empty } from './empty.ts';
import { type InterestReport, readInterestReport } from './interest-report.ts';
import { type MovementReport, readMovementReport } from './movement-report.ts';
import { type Period, readPeriods, readTermPeriod, yearOf } from './period.ts';
import { readSchoolReport, type SchoolReport } from './school-report.ts';
import { readSummaryReport, type SummaryReport } from './summary-sheet.ts';
import { readTeacherReport, type TeacherReport } from './teacher-report.ts';

/** A periodic report as plain data. */
export type Report =
  | TeacherReport
  | ClassReport
  | SummaryReport
  | AttendanceReport
  | MovementReport
  | SchoolReport
  | InterestReport;

/**
 * Makes a report of what stands in the journal now, or says why there is none. For its author and
 * whoever oversees the school; refuses others, and a term that isn't there or hasn't begun.
 */
export async function readReport(
  db: Db,
  actor: Actor,
  ref: ReportRef,
  tx?: Tx,
): Promise<{ period: Period; report: Report | Empty }> {
  if (!isReport(ref)) {
    throw new Refusal('not-found');
  }
  if (!can(actor, 'report.read', ref)) {
    throw new Refusal('not-allowed');
  }
  const period = await periodOf(db, ref, tx);
  if (!period) {
    throw new Refusal('not-found');
  }
  return { period, report: await makeReport(db, period, ref, tx) };
}

/** Makes a report without asking who wants it: for the job that makes them all. */
export function makeReport(
  db: Db,
  period: Period,
  { kind, teacherId, classId }: ReportRef,
  tx?: Tx,
): Promise<Report | Empty> {
  switch (kind) {
    case 'teacher':
      return readTeacherReport(db, period, teacherId ?? 0, tx);
    case 'class':
      return readClassReport(db, period, classId ?? 0, tx);
    case 'summary':
      return readSummaryReport(db, period, classId ?? 0, tx);
    case 'attendance':
      return readAttendanceReport(db, period, classId, tx);
    case 'movement':
      return readMovementReport(db, period, classId, tx);
    case 'school':
      return readSchoolReport(db, period, tx);
    case 'interest':
      return readInterestReport(db, period);
  }
}

async function periodOf(db: Db, { termId, classId }: ReportRef, tx?: Tx): Promise<Period | null> {
  if (termId !== null) {
    return readTermPeriod(db, termId, tx);
  }
  const [klass] = await db.select<{ academicYearId: number; minGrade: number; maxGrade: number }>(
    `SELECT academic_year_id AS "academicYearId", grade AS "minGrade", grade AS "maxGrade"
       FROM school_class WHERE id = :classId`,
    { classId },
    tx,
  );
  const [first] = klass ? await readPeriods(db, klass, tx) : [];
  return first ? yearOf(first, db.today()) : null;
}
