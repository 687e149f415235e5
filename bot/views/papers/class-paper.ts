import type { Movement } from '../../../db/reports/class-movement.ts';
import type { ClassReport } from '../../../db/reports/periodic/class-report.ts';
import type { Pen } from '../lesson.ts';
import type { PaperCell, PaperTable } from './paper.ts';
import { paperName, staffName } from './words.ts';

/** A class teacher's report: its figures, the groups by name, who came and left. */
export function classTables(report: ClassReport, pen: Pen): PaperTable[] {
  const { moves, className } = report;
  return [
    figuresTable(report, pen),
    ...groupsTable(report, pen),
    ...movesTable(
      moves.movements.map((move) => ({ ...move, className })),
      pen,
    ),
  ];
}

function figuresTable(report: ClassReport, { texts }: Pen): PaperTable {
  const { columns, tables, lines, groups } = texts.report;
  const { marks, moves, away, behaviour, parents } = report;
  const sum = ({ absent, ill, excused }: typeof away.lessons) => absent + ill + excused;
  const ofMarks: PaperCell[][] = marks
    ? [
        [lines.success, { value: marks.success, kind: 'percent' }],
        [lines.quality, { value: marks.quality, kind: 'percent' }],
        ...marks.groups.map(({ group, pupils }) => [groups[group], pupils.length]),
      ]
    : [];
  return {
    name: tables.figures,
    frozen: 0,
    columns: [
      { title: columns.figure, kind: 'text', width: 44 },
      { title: columns.value, kind: 'count', width: 12 },
    ],
    rows: [
      ...ofMarks,
      [columns.start, moves.start],
      [columns.arrived, moves.arrived],
      [columns.left, moves.left],
      [lines.pupilsEnd, moves.end],
      [lines.missedLessons, sum(away.lessons)],
      [lines.illLessons, away.lessons.ill],
      [lines.excusedLessons, away.lessons.excused],
      [lines.absentLessons, away.lessons.absent],
      [lines.missedDays, sum(away.days)],
      [lines.illDays, away.days.ill],
      [lines.excusedDays, away.days.excused],
      [lines.absentDays, away.days.absent],
      [lines.late, away.late],
      [lines.praise, behaviour.good],
      [lines.remarks, behaviour.bad],
      [lines.linked, parents.linked],
      [lines.active, parents.active],
    ],
  };
}

function groupsTable({ marks }: ClassReport, { texts, names }: Pen): PaperTable[] {
  const { columns, tables, groups, reason } = texts.report;
  const rows = (marks?.groups ?? []).flatMap(({ group, pupils }) =>
    pupils.map(({ pupil, reasons }) => [
      groups[group],
      pupil.number,
      paperName(pupil, names),
      reasons
        .map(({ subject, value, teacher }) =>
          reason(subject, texts.term.values[value], staffName(teacher, names)),
        )
        .join('; '),
    ]),
  );
  return rows.length === 0
    ? []
    : [
        {
          name: tables.groups,
          frozen: 0,
          columns: [
            { title: columns.group, kind: 'text', width: 18 },
            { title: columns.number, kind: 'count', width: 5 },
            { title: columns.pupil, kind: 'text', width: 28 },
            { title: columns.why, kind: 'text', width: 44 },
          ],
          rows,
        },
      ];
}

/** Who came and left, with the order; no table where nobody did. */
export function movesTable(
  moves: readonly (Movement & { className: string })[],
  { texts, names }: Pen,
): PaperTable[] {
  const { columns, tables, ways } = texts.report;
  return moves.length === 0
    ? []
    : [
        {
          name: tables.movement,
          frozen: 0,
          columns: [
            { title: columns.class, kind: 'text', width: 7 },
            { title: columns.pupil, kind: 'text', width: 28 },
            { title: columns.way, kind: 'text', width: 10 },
            { title: columns.day, kind: 'day', width: 11 },
            { title: columns.order, kind: 'text', width: 24 },
            { title: columns.other, kind: 'text', width: 12 },
          ],
          rows: moves.map(({ className, pupil, way, day, order, other }) => [
            ...[className, paperName(pupil, names), ways[way], day, order, other],
          ]),
        },
      ];
}
