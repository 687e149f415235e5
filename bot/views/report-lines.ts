import type { AttendanceReport } from '../../db/reports/periodic/attendance-report.ts';
import type { Away } from '../../db/reports/periodic/away.ts';
import type { ClassReport } from '../../db/reports/periodic/class-report.ts';
import type { InterestReport } from '../../db/reports/periodic/interest-report.ts';
import type { MovementReport } from '../../db/reports/periodic/movement-report.ts';
import type { Report } from '../../db/reports/periodic/read-report.ts';
import type { SchoolReport } from '../../db/reports/periodic/school-report.ts';
import type { SummaryReport } from '../../db/reports/periodic/summary-sheet.ts';
import type { TeacherReport } from '../../db/reports/periodic/teacher-report.ts';
import type { Texts } from '../texts/ru.ts';
import { countsRow, interestHeading, interestRow, untilViewed } from './control-parents.ts';
import { cut, firstLines } from './fit.ts';
import { bold, escapeHtml, pre } from './html.ts';
import type { Pen } from './lesson.ts';
import { figure, periodTitle } from './papers/words.ts';
import { pupilName } from './pupil-name.ts';

// A phone 360 points wide shows 34 characters of fixed-width text: 16 + 3 + 5 + 5 + 5.
const NAME = 16;
// The heading, the figures and the state around a table or list.
const RESERVED = 900;

/** The main figures of a report, as lines of a message. */
export function reportLines(report: Report, pen: Pen): string[] {
  switch (report.kind) {
    case 'teacher':
      return teacherLines(report, pen);
    case 'class':
      return classLines(report, pen);
    case 'summary':
      return summaryLines(report, pen);
    case 'attendance':
      return attendanceLines(report, pen);
    case 'movement':
      return movementLines(report, pen);
    case 'school':
      return schoolLines(report, pen);
    case 'interest':
      return interestLines(report, pen);
  }
}

function teacherLines({ courses, total }: TeacherReport, { texts }: Pen): string[] {
  const { legendShort, onlyHours, inAll, missing, behind, failing } = texts.report;
  const lines = courses.map(({ className, subject, groupName, pupils, marks }) => {
    const group = groupName === '' ? '' : ` ${groupName}`;
    const name = cut(`${className} ${subject}${group}`, NAME);
    return marks
      ? tableLine(name, marks, texts)
      : `${name.padEnd(NAME)}${pad(pupils, 3)} ${onlyHours}`;
  });
  const { shown, left } = firstLines(lines, RESERVED);
  const hours = courses.reduce((sum, course) => sum + course.hours.behind, 0);
  const fails = courses.reduce((sum, course) => sum + course.failing.length, 0);
  const sums = total.pupils > 0 ? [tableLine(inAll, total, texts)] : [];
  return [
    escapeHtml(legendShort),
    pre([...shown, ...sums].join('\n')),
    ...(left > 0 ? [escapeHtml(texts.report.more(left))] : []),
    ...(fails > 0 ? [escapeHtml(failing(fails))] : []),
    ...(total.missing > 0 ? [escapeHtml(missing(total.missing))] : []),
    ...(hours > 0 ? [escapeHtml(behind(hours))] : []),
  ];
}

function classLines({ marks, moves, away, behaviour, parents }: ClassReport, pen: Pen): string[] {
  const { texts } = pen;
  const words = texts.report;
  const { start, arrived, left, end } = moves;
  const ofMarks = marks
    ? [
        words.figures(figure(marks.success, texts), figure(marks.quality, texts)),
        ...marks.groups
          .filter(({ pupils }) => pupils.length > 0)
          .map(({ group, pupils }) => words.group(words.groups[group], pupils.length)),
        '',
      ]
    : [];
  return [
    ...ofMarks,
    words.roll(start, arrived, left, end),
    ...awayLines(away, words),
    words.behaviour(behaviour.good, behaviour.bad),
    words.parents(parents.linked, parents.active),
  ].map(escapeHtml);
}

function summaryLines({ sheets }: SummaryReport, { texts }: Pen): string[] {
  const words = texts.report;
  return sheets.flatMap(({ period, figures }) => [
    ...(sheets.length > 1 ? [bold(periodTitle(period, texts))] : []),
    escapeHtml(words.figures(figure(figures.success, texts), figure(figures.quality, texts))),
    escapeHtml(words.meanSou(figure(figures.mean, texts), figure(figures.sou, texts))),
  ]);
}

function attendanceLines({ total }: AttendanceReport, { texts }: Pen): string[] {
  return awayLines(total, texts.report).map(escapeHtml);
}

function movementLines({ total, movements }: MovementReport, pen: Pen): string[] {
  const { report, school } = pen.texts;
  const { start, arrived, left, end } = total;
  const lines = movements.map(({ pupil, way, day, className }) =>
    escapeHtml(
      report.moveLine(
        school.shortDate(day),
        `${pupilName(pupil, pen.names)}, ${className}`,
        report.ways[way],
      ),
    ),
  );
  const { shown, left: over } = firstLines(lines, RESERVED);
  return [
    escapeHtml(report.roll(start, arrived, left, end)),
    ...shown,
    ...(over > 0 ? [escapeHtml(report.more(over))] : []),
  ];
}

function schoolLines(report: SchoolReport, { texts }: Pen): string[] {
  const words = texts.report;
  const { total, classes, before, untaught } = report;
  const { figures, meanSou, wasBefore, legendShort, inAll } = words;
  const lines = classes.map((one) => tableLine(one.className, one, texts));
  const { shown, left } = firstLines(lines, RESERVED);
  const then = total.before;
  return [
    escapeHtml(figures(figure(total.success, texts), figure(total.quality, texts))),
    escapeHtml(meanSou(figure(total.mean, texts), figure(total.sou, texts))),
    ...(before && then
      ? [
          escapeHtml(
            wasBefore(
              periodTitle(before, texts),
              figure(then.success, texts),
              figure(then.quality, texts),
            ),
          ),
        ]
      : []),
    ...(untaught.length > 0 ? [escapeHtml(cut(words.untaught(untaught.join(', ')), 300))] : []),
    '',
    escapeHtml(legendShort),
    pre([...shown, tableLine(inAll, total, texts)].join('\n')),
    ...(left > 0 ? [escapeHtml(words.more(left))] : []),
  ];
}

function interestLines({ school, classes, monday }: InterestReport, pen: Pen): string[] {
  const { control, report, school: words } = pen.texts;
  const { shown, left } = firstLines(classes.map(interestRow), RESERVED);
  return [
    escapeHtml(control.parentsLegend(words.shortDate(monday))),
    pre([interestHeading(control), ...shown, countsRow(control.school, school)].join('\n')),
    ...(left > 0 ? [escapeHtml(report.more(left))] : []),
    escapeHtml(untilViewed(school, pen.texts)),
  ];
}

function awayLines({ lessons, days, late }: Away, words: Texts['report']): string[] {
  const { absent, ill, excused } = lessons;
  if (absent + ill + excused + late === 0) {
    return [words.noAway];
  }
  return [
    words.awayLessons(absent + ill + excused, ill, excused, absent),
    words.awayDays(days.absent + days.ill + days.excused),
    words.late(late),
  ];
}

/** «7А Алгебра       25   92   60 3,72» */
function tableLine(
  name: string,
  of: { pupils: number; success: number | null; quality: number | null; mean: number | null },
  texts: Texts,
): string {
  const { noMean } = texts.school;
  const whole = (value: number | null) => (value === null ? noMean : String(Math.round(value)));
  return [
    cut(name, NAME).padEnd(NAME),
    pad(of.pupils, 4),
    whole(of.success).padStart(4),
    whole(of.quality).padStart(4),
    figure(of.mean, texts).padStart(5),
  ].join('');
}

const pad = (count: number, width: number): string => String(count).padStart(width);
