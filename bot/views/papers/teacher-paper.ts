import type { TeacherCourse, TeacherReport } from '../../../db/reports/periodic/teacher-report.ts';
import type { Indicators, MarkCounts } from '../../../db/rules/indicators.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import type { PaperCell, PaperColumn, PaperTable } from './paper.ts';
import { paperName } from './words.ts';

type Columns = Texts['report']['columns'];
type Marks = MarkCounts & Indicators;

/** A subject teacher's report: a line a course, then who fails. */
export function teacherTables({ courses, total }: TeacherReport, pen: Pen): PaperTable[] {
  const { tables, columns, inAll } = pen.texts.report;
  const extra = {
    missing: total.missing > 0,
    passes: courses.some(({ passes }) => passes.pass + passes.fail > 0),
  };
  const marked = total.pupils > 0;
  const sum = (pick: (course: TeacherCourse) => number) =>
    courses.reduce((all, course) => all + pick(course), 0);
  const table: PaperTable = {
    name: tables.courses,
    frozen: 2,
    columns: [
      { title: columns.class, kind: 'text', width: 7 },
      { title: columns.subject, kind: 'text', width: 22 },
      { title: columns.pupils, kind: 'count', width: 10 },
      ...markColumns(columns, extra),
      { title: columns.planned, kind: 'count', width: 8 },
      { title: columns.given, kind: 'count', width: 6 },
      { title: columns.behind, kind: 'count', width: 8 },
      { title: columns.controlPlanned, kind: 'count', width: 8 },
      { title: columns.controlDone, kind: 'count', width: 7 },
      { title: columns.reason, kind: 'text', width: 24 },
    ],
    rows: courses.map(({ className, subject, groupName, pupils, marks, passes, hours }) => [
      className,
      groupName === '' ? subject : `${subject} (${groupName})`,
      marks?.pupils ?? pupils,
      ...markCells(marks, extra, passes),
      ...[hours.planned, hours.given, hours.behind, hours.controlPlanned, hours.controlDone],
      hours.reasons.join('; '),
    ]),
    totals: [
      [
        ...[inAll, null, sum(({ pupils, marks }) => marks?.pupils ?? pupils)],
        ...markCells(marked ? total : null, extra, {
          pass: sum(({ passes }) => passes.pass),
          fail: sum(({ passes }) => passes.fail),
        }),
        sum(({ hours }) => hours.planned),
        sum(({ hours }) => hours.given),
        sum(({ hours }) => hours.behind),
        sum(({ hours }) => hours.controlPlanned),
        sum(({ hours }) => hours.controlDone),
      ],
    ],
  };
  return [table, ...failingTable(courses, pen)];
}

type Extra = { missing: boolean; passes: boolean };

function markColumns(columns: Columns, { missing, passes }: Extra): PaperColumn[] {
  const count = (title: string, width = 5): PaperColumn => ({ title, kind: 'count', width });
  return [
    ...[count(columns.five), count(columns.four), count(columns.three), count(columns.two)],
    count(columns.notAttested),
    ...(missing ? [count(columns.missing, 6)] : []),
    ...(passes ? [count(columns.pass), count(columns.fail, 6)] : []),
    { title: columns.success, kind: 'percent', width: 8 },
    { title: columns.quality, kind: 'percent', width: 8 },
    { title: columns.mean, kind: 'mean', width: 6 },
    { title: columns.sou, kind: 'percent', width: 8 },
  ];
}

function markCells(
  marks: Marks | null,
  { missing, passes }: Extra,
  passed: TeacherCourse['passes'],
): PaperCell[] {
  const { five, four, three, two, notAttested } = marks ?? {};
  const counts = [five, four, three, two, notAttested].map((count) => count ?? null);
  const { success = null, quality = null, mean = null, sou = null } = marks ?? {};
  return [
    ...counts,
    ...(missing ? [marks?.missing ?? null] : []),
    ...(passes ? [passed.pass, passed.fail] : []),
    ...[success, quality, mean, sou],
  ];
}

function failingTable(courses: readonly TeacherCourse[], { texts, names }: Pen): PaperTable[] {
  const { tables, columns } = texts.report;
  const { values } = texts.term;
  const rows = courses.flatMap(({ className, subject, marks, failing, notAttested }) => [
    ...failing.map((pupil): PaperCell[] => [
      ...[className, subject, paperName(pupil, names)],
      marks ? 2 : values.fail,
    ]),
    ...notAttested.map((pupil) => [className, subject, paperName(pupil, names), values.na]),
  ]);
  return rows.length === 0
    ? []
    : [
        {
          name: tables.failing,
          frozen: 0,
          columns: [
            { title: columns.class, kind: 'text', width: 8 },
            { title: columns.subject, kind: 'text', width: 26 },
            { title: columns.pupil, kind: 'text', width: 32 },
            { title: columns.result, kind: 'mark', width: 10 },
          ],
          rows,
        },
      ];
}
