import type { InterestReport } from '../../../db/reports/periodic/interest-report.ts';
import type { Report } from '../../../db/reports/periodic/read-report.ts';
import type { ReportSheet } from '../../../db/reports/periodic/report-sheet.ts';
import type { SchoolReport } from '../../../db/reports/periodic/school-report.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import { attendanceTables } from './attendance-paper.ts';
import { classTables } from './class-paper.ts';
import { interestTables } from './interest-paper.ts';
import { movementTables } from './movement-paper.ts';
import type { Paper, PaperTable } from './paper.ts';
import { schoolTables } from './school-paper.ts';
import { summaryTables } from './summary-paper.ts';
import { teacherTables } from './teacher-paper.ts';
import { figure, periodLine, periodTitle, staffName, stateLine } from './words.ts';

/** A report as a document: of a draft it says so on every page. */
export function reportPaper(
  report: Report,
  { approval }: Pick<ReportSheet, 'approval'>,
  pen: Pen,
): Paper {
  const { texts } = pen;
  const words = texts.report;
  return {
    title: words.kinds[report.kind],
    lines: [
      ...ownerLines(report, pen),
      periodLine(report.period, texts),
      ...figureLines(report, texts),
    ],
    tables: tablesOf(report, pen),
    notes: [...notesOf(report, texts), stateLine({ approval }, pen)],
    mark: approval ? null : words.mark,
    pageNumber: words.pageNumber,
    landscape: report.kind !== 'class' && report.kind !== 'movement',
  };
}

/** Whose a report is, in short: «7А», «Королёв П. И.», nothing for the school. */
export function reportOwner(report: Report, pen: Pen): string {
  if (report.kind === 'teacher') {
    return staffName(report.teacher, pen.names);
  }
  return isOfSchool(report) ? '' : (report.className ?? '');
}

function isOfSchool(report: Report): report is SchoolReport | InterestReport {
  return report.kind === 'school' || report.kind === 'interest';
}

function ownerLines(report: Report, { texts, names }: Pen): string[] {
  const { owner, classTeacher, wholeSchool, asOf } = texts.report;
  if (report.kind === 'interest') {
    return [wholeSchool, asOf(texts.school.date(report.day))];
  }
  if (report.kind === 'school') {
    return [wholeSchool];
  }
  const name = staffName(report.teacher, names);
  if (report.kind === 'teacher') {
    return name === '' ? [] : [owner.teacher(name)];
  }
  const { className } = report;
  const of = className === null ? wholeSchool : owner.class(className);
  return [of, ...(name === '' ? [] : [classTeacher(name)])];
}

function figureLines(report: Report, texts: Texts): string[] {
  const { figures, meanSou } = texts.report;
  const shown = report.kind === 'school' ? report.total : null;
  return shown
    ? [
        figures(figure(shown.success, texts), figure(shown.quality, texts)),
        meanSou(figure(shown.mean, texts), figure(shown.sou, texts)),
      ]
    : [];
}

function notesOf(report: Report, texts: Texts): string[] {
  const { notTaughtNote, comparedWith, untaught } = texts.report;
  if (report.kind === 'summary') {
    const off = report.sheets.some(({ pupils }) =>
      pupils.some(({ values }) => values.includes('off')),
    );
    return off ? [notTaughtNote] : [];
  }
  if (report.kind === 'school') {
    return [
      ...(report.before ? [comparedWith(periodTitle(report.before, texts))] : []),
      ...(report.untaught.length > 0 ? [untaught(report.untaught.join(', '))] : []),
    ];
  }
  return [];
}

function tablesOf(report: Report, pen: Pen): PaperTable[] {
  switch (report.kind) {
    case 'teacher':
      return teacherTables(report, pen);
    case 'class':
      return classTables(report, pen);
    case 'summary':
      return summaryTables(report, pen);
    case 'attendance':
      return attendanceTables(report, pen);
    case 'movement':
      return movementTables(report, pen);
    case 'school':
      return schoolTables(report, pen);
    case 'interest':
      return interestTables(report, pen);
  }
}
