import type { Compared, SchoolReport } from '../../../db/reports/periodic/school-report.ts';
import type { GroupCounts } from '../../../db/rules/class-groups.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import type { PaperCell, PaperColumn, PaperTable } from './paper.ts';
import { staffName } from './words.ts';

/** The school's summary: by class, parallel, subject and teacher, each with the term before. */
export function schoolTables(report: SchoolReport, { texts, names }: Pen): PaperTable[] {
  const { columns, tables, inAll, noTeacher } = texts.report;
  const { classes, parallels, subjects, teachers, total, before } = report;
  const compared = before !== null;
  const text = (title: string, width: number): PaperColumn => ({ title, kind: 'text', width });
  const ofPupils = [
    { title: columns.pupils, kind: 'count' as const, width: 8 },
    ...groupColumns(columns),
    ...figureColumns(columns, compared),
  ];
  const marks = { title: columns.marks, kind: 'count' as const, width: 8 };
  const ofMarks = [marks, ...figureColumns(columns, compared)];
  const pupilCells = (one: Compared & { groups: GroupCounts }): PaperCell[] => [
    ...[one.pupils, ...groupCells(one.groups), ...figureCells(one, compared)],
  ];
  return [
    {
      name: tables.classes,
      frozen: 1,
      columns: [text(columns.class, 7), text(columns.classTeacher, 20), ...ofPupils],
      rows: classes.map((one) => [
        ...[one.className, staffName(one.teacher, names), ...pupilCells(one)],
      ]),
      totals: [[inAll, null, ...pupilCells(total)]],
    },
    {
      name: tables.parallels,
      frozen: 1,
      columns: [text(columns.grade, 10), ...ofPupils],
      rows: parallels.map((one) => [String(one.grade), ...pupilCells(one)]),
      totals: [[inAll, ...pupilCells(total)]],
    },
    {
      name: tables.subjects,
      frozen: 1,
      columns: [text(columns.subject, 26), ...ofMarks],
      rows: subjects.map((one) => [one.subject, one.pupils, ...figureCells(one, compared)]),
    },
    {
      name: tables.teachers,
      frozen: 1,
      columns: [
        text(columns.teacher, 26),
        { title: columns.courses, kind: 'count', width: 7 },
        ...ofMarks,
      ],
      rows: teachers.map((one) => [
        one.teacher ? staffName(one.teacher, names) : noTeacher,
        ...[one.courses, one.pupils, ...figureCells(one, compared)],
      ]),
    },
  ];
}

function groupColumns(columns: Texts['report']['columns']): PaperColumn[] {
  const titles = [
    ...[columns.excellent, columns.good, columns.threes, columns.failing, columns.noData],
  ];
  return titles.map((title) => ({ title, kind: 'count', width: 8 }));
}

function groupCells(groups: GroupCounts): number[] {
  const { excellent, oneFour, good, oneThree, threes, failing, noData } = groups;
  return [excellent, oneFour + good, oneThree + threes, failing, noData];
}

function figureColumns(columns: Texts['report']['columns'], compared: boolean): PaperColumn[] {
  const before = (kind: PaperColumn['kind']): PaperColumn[] =>
    compared ? [{ title: columns.before, kind, width: 8 }] : [];
  return [
    { title: columns.success, kind: 'percent', width: 8 },
    ...before('percent'),
    { title: columns.quality, kind: 'percent', width: 8 },
    ...before('percent'),
    { title: columns.mean, kind: 'mean', width: 7 },
    ...before('mean'),
    { title: columns.sou, kind: 'percent', width: 8 },
  ];
}

function figureCells(one: Compared, compared: boolean): PaperCell[] {
  const was = (field: 'success' | 'quality' | 'mean') =>
    compared ? [one.before?.[field] ?? null] : [];
  return [
    ...[one.success, ...was('success'), one.quality, ...was('quality')],
    ...[one.mean, ...was('mean'), one.sou],
  ];
}
