import type { MovementReport } from '../../../db/reports/periodic/movement-report.ts';
import type { Pen } from '../lesson.ts';
import { movesTable } from './class-paper.ts';
import type { PaperTable } from './paper.ts';

/** The lists at both ends of a period by class, then who came and left. */
export function movementTables(report: MovementReport, pen: Pen): PaperTable[] {
  const { columns, tables, inAll } = pen.texts.report;
  const { classes, total, movements } = report;
  const counts = ({ start, arrived, left, end }: MovementReport['total']) => [
    ...[start, arrived, left, end],
  ];
  const titles = [columns.start, columns.arrived, columns.left, columns.end];
  return [
    {
      name: tables.roll,
      frozen: 1,
      columns: [
        { title: columns.class, kind: 'text', width: 12 },
        ...titles.map((title) => ({ title, kind: 'count' as const, width: 12 })),
      ],
      rows: classes.map((one) => [one.className, ...counts(one)]),
      ...(classes.length > 1 ? { totals: [[inAll, ...counts(total)]] } : {}),
    },
    ...movesTable(movements, pen),
  ];
}
