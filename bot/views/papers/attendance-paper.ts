import type { AttendanceReport } from '../../../db/reports/periodic/attendance-report.ts';
import type { Away } from '../../../db/reports/periodic/away.ts';
import type { Pen } from '../lesson.ts';
import type { PaperColumn, PaperTable } from './paper.ts';
import { paperName } from './words.ts';

/** Lessons and days missed by code: a line a pupil, or a line a class. */
export function attendanceTables(report: AttendanceReport, { texts, names }: Pen): PaperTable[] {
  const { columns, tables, inAll } = texts.report;
  const { className, pupils, classes, total } = report;
  const ofClass = className !== null;
  const first: PaperColumn[] = ofClass
    ? [
        { title: columns.number, kind: 'count', width: 4 },
        { title: columns.pupil, kind: 'text', width: 28 },
      ]
    : [
        { title: columns.class, kind: 'text', width: 10 },
        { title: columns.pupils, kind: 'count', width: 10 },
      ];
  const everybody = classes.reduce((sum, one) => sum + one.pupils, 0);
  const count = (title: string): PaperColumn => ({ title, kind: 'count', width: 10 });
  const split = [columns.all, columns.ill, columns.excused, columns.absent];
  return [
    {
      name: tables.attendance,
      frozen: 2,
      columns: [
        ...first,
        ...split.map((title) => count(`${columns.lessons}: ${title}`)),
        ...split.map((title) => count(`${columns.days}: ${title}`)),
        count(columns.late),
      ],
      rows: ofClass
        ? pupils.map(({ pupil, away }) => [
            ...[pupil.number, paperName(pupil, names)],
            ...cells(away),
          ])
        : classes.map((one) => [one.className, one.pupils, ...cells(one.away)]),
      totals: [[...(ofClass ? [null, inAll] : [inAll, everybody]), ...cells(total)]],
    },
  ];
}

function cells({ lessons, days, late }: Away): number[] {
  const split = ({ absent, ill, excused }: Away['lessons']) => [
    ...[absent + ill + excused, ill, excused, absent],
  ];
  return [...split(lessons), ...split(days), late];
}
