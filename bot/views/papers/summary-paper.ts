import type { SummaryReport, SummarySheet } from '../../../db/reports/periodic/summary-sheet.ts';
import type { Indicators } from '../../../db/rules/indicators.ts';
import { cut } from '../fit.ts';
import type { Pen } from '../lesson.ts';
import type { ColumnKind, PaperCell, PaperTable } from './paper.ts';
import { paperName, periodTitle, resultCell } from './words.ts';

const FIGURES: [keyof Omit<Indicators, 'pupils'>, ColumnKind][] = [
  ['success', 'percent'],
  ['quality', 'percent'],
  ['mean', 'mean'],
  ['sou', 'percent'],
];

// A subject written upwards is as long as the head of the table is high.
const TITLE = 22;

/** Сводная ведомость: pupils × subjects, a table a period, with the class's figures beneath. */
export function summaryTables({ sheets }: SummaryReport, pen: Pen): PaperTable[] {
  return sheets.map((sheet) => tableOf(sheet, pen));
}

function tableOf({ period, subjects, pupils, figures }: SummarySheet, pen: Pen): PaperTable {
  const { texts, names } = pen;
  const { columns, notTaught } = texts.report;
  return {
    name: periodTitle(period, texts),
    newPage: true,
    frozen: 2,
    columns: [
      { title: columns.number, kind: 'count', width: 3 },
      { title: columns.pupil, kind: 'text', width: 22 },
      ...subjects.map(({ name }) => ({
        ...{ title: cut(name, TITLE), kind: 'mark' as const, width: 5 },
        upright: true as const,
      })),
      { title: columns.mean, kind: 'mean', width: 6 },
    ],
    rows: pupils.map(({ pupil, values, mean }) => [
      pupil.number,
      paperName(pupil, names),
      ...values.map((value) => (value === 'off' ? notTaught : resultCell(value, texts))),
      mean,
    ]),
    totals: FIGURES.map(([figure, kind]): PaperCell[] => [
      null,
      columns[figure],
      ...subjects.map((subject) => ({ value: subject.figures[figure], kind })),
      { value: figures[figure], kind },
    ]),
  };
}
