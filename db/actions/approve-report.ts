import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readReport } from '../reports/periodic/read-report.ts';
import { readStoredReport, reportKey } from '../reports/periodic/stored-report.ts';
import { can } from '../rules/access.ts';
import type { ReportRef } from '../rules/report-kinds.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { keepReports } from './keep-reports.ts';

/**
 * Approves a report: its numbers of this moment are kept with name and time, and later corrections
 * in the journal don't change them. For its author: the teacher, the class teacher, for the school a
 * deputy head. `seen` is the `reportKey` of what was shown: refuses other numbers as stale, and a
 * report that there is nothing in. Approved again, it takes the place of what was approved before.
 */
export async function approveReport(
  tx: Tx,
  by: By,
  { ref, seen }: { ref: ReportRef; seen: string },
): Promise<void> {
  const { period, report } = await readReport(tx.db, by.actor, ref, tx);
  if (!can(by.actor, 'report.approve', ref)) {
    throw new Refusal('not-allowed');
  }
  if (report.kind === 'empty' || reportKey(report) !== seen) {
    throw new Refusal('stale');
  }
  const { academicYearId } = period;
  await keepReports(tx, by, [{ ref, academicYearId, report }]);
  const stored = await readStoredReport(tx.db, ref, academicYearId, tx);
  if (!stored) {
    throw new Refusal('stale');
  }
  const { reportId, version, approval } = stored;
  await tx.run(
    `UPDATE report SET data = :data, state = 'approved', version = :next, approved_at = :now,
            approved_by_id = :personId WHERE id = :reportId`,
    {
      ...{ reportId, now: tx.now, personId: by.actor.personId },
      data: JSON.stringify(report),
      next: version + 1,
    },
  );
  const before = { state: approval ? 'approved' : 'draft', numbers: reportKey(stored.report) };
  const after = { state: 'approved', numbers: seen };
  await writeChanges(tx, by, [{ record: 'report', recordId: reportId, before, after }]);
}
