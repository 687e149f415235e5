import type { Db, Tx } from '../../open.ts';
import { type Actor, can } from '../../rules/access.ts';
import type { ReportRef } from '../../rules/report-kinds.ts';
import type { Empty } from './empty.ts';
import type { Period } from './period.ts';
import { type Report, readReport } from './read-report.ts';
import { readStoredReport, reportKey, type StoredReport } from './stored-report.ts';

/** A report on its way from draft to approved. */
export type ReportSheet = {
  ref: ReportRef;
  period: Period;
  /** What is shown: an approved report as it was then, else what stands in the journal now. */
  report: Report | Empty;
  approval: StoredReport['approval'];
  /** The journal has other numbers than were approved. */
  changed: boolean;
  /** What may be approved, by this actor: the key of the numbers of now; null for nothing. */
  approvable: string | null;
};

/**
 * Reads a report for its author and whoever oversees the school, with its approval. Refuses others.
 * One query more than the report itself.
 */
export async function readReportSheet(
  db: Db,
  actor: Actor,
  ref: ReportRef,
  tx?: Tx,
): Promise<ReportSheet> {
  const { period, report: fresh } = await readReport(db, actor, ref, tx);
  const stored = await readStoredReport(db, ref, period.academicYearId, tx);
  const approved = stored?.approval ? stored : null;
  const key = fresh.kind === 'empty' ? null : reportKey(fresh);
  const changed = approved !== null && key !== reportKey(approved.report);
  const open = approved === null || changed;
  return {
    ref,
    period,
    report: approved?.report ?? fresh,
    approval: approved?.approval ?? null,
    changed,
    approvable: open && can(actor, 'report.approve', ref) ? key : null,
  };
}
