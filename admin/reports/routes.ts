import { type Request, Router } from 'express';
import { Refusal } from '../../db/errors.ts';
import { readReportSheet } from '../../db/reports/periodic/report-sheet.ts';
import { readWeeklyMeans } from '../../db/reports/periodic/weekly-means.ts';
import { isReport, REPORT_KINDS, type ReportRef } from '../../db/rules/report-kinds.ts';
import { mayOpenPage } from '../access.ts';
import { adminOf, userOf } from '../current-admin.ts';
import type { PanelDeps } from '../deps.ts';
import { FILE_KINDS, fileHeaders } from '../file-headers.ts';

/**
 * A report as a workbook, a print or a picture, at /reports/file.xlsx?kind=…&class=…&teacher=…&term=….
 * To be mounted behind the login; the right to this report is read from the database here.
 */
export function reportFiles({ db, reportFile }: Pick<PanelDeps, 'db' | 'reportFile'>): Router {
  const router = Router();
  for (const as of FILE_KINDS) {
    router.get(`/reports/file.${as}`, async (req, res) => {
      const { actor, language } = userOf(adminOf(req));
      if (!mayOpenPage(actor, 'reports')) {
        throw new Refusal('not-allowed');
      }
      const ref = refOf(req);
      const sheet = await readReportSheet(db, actor, ref);
      const weeks = as === 'svg' ? await readWeeklyMeans(db, sheet.period, ref) : [];
      const file = await reportFile({ sheet, as, weeks, language });
      if ('sentence' in file) {
        res.status(409).type('text').send(file.sentence);
        return;
      }
      fileHeaders(res, as, file.name).send(Buffer.from(file.bytes));
    });
  }
  return router;
}

function refOf({ query }: Request): ReportRef {
  const kind = REPORT_KINDS.find((one) => one === query.kind);
  const ref = {
    teacherId: idOf(query.teacher),
    classId: idOf(query.class),
    termId: idOf(query.term),
  };
  if (!kind || !isReport({ kind, ...ref })) {
    throw new Refusal('not-found');
  }
  return { kind, ...ref };
}

/** A reference of the address; null for none. */
function idOf(value: unknown): number | null {
  return typeof value === 'string' && /^[1-9]\d{0,8}$/.test(value) ? Number(value) : null;
}
