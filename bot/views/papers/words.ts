import type { Period } from '../../../db/reports/periodic/period.ts';
import type { ReportSheet } from '../../../db/reports/periodic/report-sheet.ts';
import type { RosterPupil } from '../../../db/reports/roster.ts';
import type { TeacherName } from '../../../db/reports/teacher-name.ts';
import type { TermValue } from '../../../db/rules/term-mark.ts';
import type { DialogueConfig } from '../../dialogue/turn.ts';
import type { Texts } from '../../texts/ru.ts';
import type { Pen } from '../lesson.ts';
import { personName } from '../person-name.ts';
import { pupilName } from '../pupil-name.ts';
import type { PaperValue } from './paper.ts';

type Names = DialogueConfig['names'];

/** «1-я четверть», or «2026/27 учебный год». */
export function periodTitle({ term, year }: Period, { parent, report }: Texts): string {
  return term ? parent.termTitle(term.number, term.kind) : report.yearTitle(year.name);
}

/** «1-я четверть, 2026/27, 1 сентября – 25 октября» */
export function periodLine(period: Period, texts: Texts): string {
  const { school, report } = texts;
  const days = [period.from, period.until].map((day) => school.date(day));
  const title = period.term ? periodTitle(period, texts) : report.year;
  return report.period(title, period.year.name, days[0] ?? '', days[1] ?? '');
}

/** «Иванова А. П.», as far as messages may say names; else nothing. */
export function staffName(teacher: TeacherName | null, names: Names): string {
  return (teacher && personName(teacher, names === 'none' ? 'none' : 'short')) ?? '';
}

/** «Иванов Семён», shorter or the number alone where messages say less. */
export function paperName(pupil: RosterPupil, names: Names): string {
  return names === 'full' ? `${pupil.lastName} ${pupil.firstName}` : pupilName(pupil, names);
}

/** A mark as a number, other results in words, null for none. */
export function resultCell(value: TermValue | null, { term }: Texts): PaperValue {
  if (value === null) {
    return null;
  }
  return Number.isNaN(Number(value)) ? term.values[value] : Number(value);
}

/** «Утверждён 26 октября в 14:05, Королёв П. И.», or that it isn't. */
export function stateLine(
  { approval }: Pick<ReportSheet, 'approval'>,
  { texts, names }: Pen,
): string {
  const { report, school } = texts;
  if (!approval) {
    return report.draft;
  }
  const day = report.day(school.date(approval.date), approval.date.slice(0, 4));
  return report.approved(day, approval.time, staffName(approval.by, names));
}

/** «92,00», or «—» for nothing. */
export function figure(value: number | null, { school }: Texts): string {
  return value === null ? school.noMean : school.mean(value);
}
