import { Refusal } from '../db/errors.ts';
import { groupBy } from '../db/group-by.ts';
import type { Db } from '../db/open.ts';
import { readControlSpan } from '../db/reports/control/control-span.ts';
import { readFindingWeeks } from '../db/reports/control/finding-weeks.ts';
import { type OpenFinding, readOpenFindings } from '../db/reports/control/open-findings.ts';
import { readParentsInterest } from '../db/reports/control/parents-interest.ts';
import { readTimeliness, shareOf } from '../db/reports/control/timeliness.ts';
import type { TeacherName } from '../db/reports/teacher-name.ts';
import { can } from '../db/rules/access.ts';
import { CONTROL_RULES } from '../db/rules/control/rule-names.ts';
import type { Language } from './deps.ts';
import type { PanelUser } from './user.ts';
import { withInitials } from './with-initials.ts';

/** A row of a chart: one bar, or two beside each other, and where its records are listed. */
export type ChartRow = { label: string; href: string | null; bars: ChartBar[] };
/** `text` is what stands beside the bar. */
export type ChartBar = { value: number; text: string };
/** A chart by its name in the locale; `most` is what a whole bar stands for. */
export type Chart = { name: string; most: number; rows: ChartRow[] };

const LIST = '/admin/resources/finding?filters.state=open';
const PER_CENT = 100;

/**
 * The charts of the control: open findings by teacher, class and rule, the weeks, how soon
 * lessons are filled in, and how much parents look. Labels of rules are keys of the locale. For whoever oversees the school.
 */
export async function readControlPage(
  db: Db,
  { actor, language }: PanelUser,
): Promise<{ charts: Chart[] }> {
  if (!can(actor, 'school.read', null)) {
    throw new Refusal('not-allowed');
  }
  const findings = await readOpenFindings(db, { teacherId: null });
  const weeks = await readFindingWeeks(db);
  const { school, teachers } = await readTimeliness(db, await readControlSpan(db, 'term'));
  const parents = await readParentsInterest(db);
  const timeliness = [{ teacherId: null, teacher: null, ...school }, ...teachers];
  return {
    charts: [
      chartOf('byRule', byRule(findings)),
      chartOf('byTeacher', byTeacher(findings)),
      chartOf('byClass', byClass(findings)),
      chartOf(
        'byWeek',
        weeks.map(({ monday, found, mended }) => ({
          label: shortDate(monday),
          href: null,
          bars: [
            { value: found, text: `+${found}` },
            { value: mended, text: `✓ ${mended}` },
          ],
        })),
      ),
      {
        name: 'timeliness',
        most: PER_CENT,
        rows: timeliness
          .filter(({ lessons }) => lessons > 0)
          .map((one, index) => ({
            // The school's own row is named by the page.
            label: index === 0 ? '' : named(one.teacher),
            href: null,
            bars: [shareBar(shareOf(one), one.medianHours, language)],
          })),
      },
      {
        name: 'parents',
        most: PER_CENT,
        rows: [{ className: '', ...parents.school }, ...parents.classes].map((one) => ({
          label: one.className,
          href: null,
          bars: [
            partBar(one.linked, one.families),
            partBar(one.active7, one.families),
            partBar(one.acknowledged, one.families),
          ],
        })),
      },
      chartOf(
        'parentsByWeek',
        parents.weeks.map(({ monday, active, acknowledged }) => ({
          label: shortDate(monday),
          href: null,
          bars: [bar(active), bar(acknowledged)],
        })),
      ),
    ],
  };
}

function byRule(findings: readonly OpenFinding[]): ChartRow[] {
  const groups = groupBy(findings, ({ rule }) => rule);
  return CONTROL_RULES.map((rule) => ({
    label: rule,
    href: `${LIST}&filters.rule=${rule}`,
    bars: [bar(groups.get(rule)?.length ?? 0)],
  })).filter(({ bars }) => bars.some(({ value }) => value > 0));
}

function byTeacher(findings: readonly OpenFinding[]): ChartRow[] {
  return [...groupBy(findings, ({ teacherId }) => teacherId)]
    .toSorted(([, left], [, right]) => right.length - left.length)
    .map(([teacherId, own]) => ({
      label: named(own[0]?.teacher ?? null),
      href: teacherId === null ? null : `${LIST}&filters.teacherId=${teacherId}`,
      bars: [bar(own.length)],
    }));
}

function byClass(findings: readonly OpenFinding[]): ChartRow[] {
  return [...groupBy(findings, ({ className }) => className)].map(([className, own]) => ({
    label: className,
    href: null,
    bars: [bar(own.length)],
  }));
}

function chartOf(name: string, rows: ChartRow[]): Chart {
  const values = rows.flatMap(({ bars }) => bars.map(({ value }) => value));
  return { name, most: Math.max(1, ...values), rows };
}

function bar(value: number): ChartBar {
  return { value, text: String(value) };
}

function partBar(part: number, all: number): ChartBar {
  return { value: all === 0 ? 0 : Math.round((part / all) * PER_CENT), text: `${part} / ${all}` };
}

function shareBar(share: number, medianHours: number | null, language: Language): ChartBar {
  const percent = Math.round(share * PER_CENT);
  const hours = medianHours === null ? '' : ` · ${oneDigit(medianHours, language)}`;
  return { value: percent, text: `${percent} %${hours}` };
}

function named(teacher: TeacherName | null): string {
  return teacher ? withInitials(teacher) : '—';
}

function oneDigit(number: number, language: Language): string {
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return number.toLocaleString(language, digits);
}

function shortDate(day: string): string {
  return `${day.slice(8)}.${day.slice(5, 7)}`;
}
