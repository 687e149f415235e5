import type { Tx } from '../open.ts';
import type { Report } from '../reports/periodic/read-report.ts';
import { reportKey } from '../reports/periodic/stored-report.ts';
import type { ReportRef } from '../rules/report-kinds.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

export type NewReport = { ref: ReportRef; academicYearId: number; report: Report };

/**
 * Keeps reports as drafts; one that is kept already stays as it is, draft or approved. For the job
 * that makes them at the end of a term, and for `approveReport`, which has checked the right.
 */
export async function keepReports(tx: Tx, by: By, reports: readonly NewReport[]): Promise<void> {
  if (reports.length === 0) {
    return;
  }
  const rows = reports.map(({ ref, academicYearId, report }) => [
    ...[ref.kind, ref.teacherId, ref.classId, academicYearId, ref.termId],
    ...[JSON.stringify(report), 'draft', 1, tx.now],
  ]);
  const kept = await tx.run<{ id: number; kind: string; data: string }>(
    `INSERT INTO report (kind, teacher_id, class_id, academic_year_id, term_id, data, state,
       version, made_at)
     VALUES :rows ON CONFLICT DO NOTHING RETURNING id, kind, data`,
    { rows },
  );
  const changes = kept.map(({ id, kind, data }) => ({
    record: 'report',
    recordId: id,
    before: null,
    after: { kind, state: 'draft', numbers: reportKey(JSON.parse(data) as Report) },
  }));
  await writeChanges(tx, by, changes);
}
