import type { InterestReport } from '../../../db/reports/periodic/interest-report.ts';
import type { InterestCounts } from '../../../db/rules/control/parents-interest.ts';
import type { Pen } from '../lesson.ts';
import { numberedName } from '../pupil-name.ts';
import type { PaperTable } from './paper.ts';

/** Parents' interest by class, week by week, and the pupils none of whose parents has a chat. */
export function interestTables(report: InterestReport, pen: Pen): PaperTable[] {
  const { columns, tables, inAll } = pen.texts.report;
  const { classes, school, weeks } = report;
  const counts = (of: InterestCounts & { medianHours: number | null }) => [
    ...[of.families, of.invited, of.linked, of.active7, of.active30, of.acknowledged],
    of.medianHours,
  ];
  const titles = [
    ...[columns.families, columns.invited, columns.linked, columns.active7, columns.active30],
    columns.acknowledged,
  ];
  return [
    {
      name: tables.classes,
      frozen: 1,
      columns: [
        { title: columns.class, kind: 'text', width: 10 },
        ...titles.map((title) => ({ title, kind: 'count' as const, width: 12 })),
        { title: columns.untilViewed, kind: 'mean', width: 14 },
      ],
      rows: classes.map((one) => [one.className, ...counts(one)]),
      totals: [[inAll, ...counts(school)]],
    },
    {
      name: tables.weeks,
      frozen: 1,
      columns: [
        { title: columns.week, kind: 'day', width: 12 },
        { title: columns.active, kind: 'count', width: 12 },
        { title: columns.acknowledged, kind: 'count', width: 14 },
      ],
      rows: weeks.map(({ monday, active, acknowledged }) => [monday, active, acknowledged]),
    },
    {
      name: tables.unlinked,
      frozen: 1,
      columns: [
        { title: columns.class, kind: 'text', width: 10 },
        { title: columns.pupil, kind: 'text', width: 40 },
      ],
      rows: classes.flatMap(({ className, unlinked }) =>
        unlinked.map((pupil) => [className, numberedName(pupil, pen.names)]),
      ),
    },
  ];
}
