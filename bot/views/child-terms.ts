import type { SubjectTerms } from '../../db/reports/child-terms.ts';
import type { ChildYear } from '../../db/reports/child-years.ts';
import type { Child } from '../../db/reports/children.ts';
import type { TermSpan } from '../../db/rules/calendar.ts';
import type { TermValue } from '../../db/rules/term-mark.ts';
import { childTermsPress, marksPress } from '../dialogue/parent-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { briefName, childName } from './child-name.ts';
import { childrenRows, type Family, homeRow } from './children-row.ts';
import { cut } from './fit.ts';
import { bold, escapeHtml, pre } from './html.ts';
import type { Pen } from './lesson.ts';
import { rowsOf } from './rows.ts';

export type ChildTermsPage = Family & {
  years: readonly ChildYear[];
  year: ChildYear;
  subjects: readonly SubjectTerms[];
};

// A phone 360 points wide shows 34 characters of fixed-width text: a column a term, one for the
// year, and the rest for the subject.
const WIDTH = 34;
const COLUMN = 4;
const SUBJECT = 20;
const TERMS: Record<TermSpan['kind'], number> = { quarter: 4, trimester: 3, half_year: 2 };

/** A child's term and year marks, as the last page of a paper diary has them. */
export function childTermsScreen(page: ChildTermsPage, { texts, names }: Pen): Screen {
  const { family, parent } = texts;
  const { child, year, years } = page;
  const className = year.classes.at(-1)?.className ?? '';
  const others = years
    .filter(({ academicYearId }) => academicYearId !== year.academicYearId)
    .toReversed()
    .map((other) => ({
      text: other.name,
      press: childTermsPress(child.pupilId, other.academicYearId),
    }));
  const lastTerm = year.terms.at(-1);
  const marks = lastTerm
    ? [{ text: parent.marks, press: marksPress(child.pupilId, lastTerm.id) }]
    : [];
  return {
    text: [
      bold(parent.childTitle(childName(child, names), className)),
      escapeHtml(family.termTitle(year.name)),
      '',
      ...(year.classes.at(-1)?.grade === 1
        ? [escapeHtml(family.gradeOneTerm)]
        : tableLines(page, texts)),
    ].join('\n'),
    buttons: [
      ...rowsOf(others, 3),
      [...marks, ...homeRow(child, texts)],
      ...childrenRows(page, names, texts, (id) => childTermsPress(id, null)),
    ],
  };
}

/** A button a child for staff who are parents too. */
export function childTermsRows(
  children: readonly Child[],
  { family }: Texts,
  names: DialogueConfig['names'],
): Button[][] {
  return children.map((child) => [
    { text: family.termOf(briefName(child, names)), press: childTermsPress(child.pupilId, null) },
  ]);
}

function tableLines({ year, subjects }: ChildTermsPage, texts: Texts): string[] {
  const { family } = texts;
  const kind = year.terms[0]?.kind;
  const used = new Set<string>(
    subjects.flatMap(({ terms, year: whole }) => [...terms.values(), ...(whole ? [whole] : [])]),
  );
  if (kind === undefined || used.size === 0) {
    return [escapeHtml(family.noTermMarks)];
  }
  const columns = family.termColumns.slice(0, TERMS[kind]);
  const width = Math.min(SUBJECT, WIDTH - (columns.length + 1) * COLUMN);
  const line = (subject: string, cells: readonly string[]) =>
    `${cut(subject, width).padEnd(width)}${cells.map((cell) => cell.padStart(COLUMN)).join('')}`;
  const sign = (value: TermValue | null | undefined) => (value ? family.termValues[value] : '');
  const table = [
    line('', [...columns, family.yearColumn]),
    ...subjects.map((one) => {
      const terms = columns.map((_, index) => {
        const term = year.terms.find(({ number }) => number === index + 1);
        return sign(term && one.terms.get(term.id));
      });
      return line(one.subject, [...terms, sign(one.year)]).trimEnd();
    }),
  ];
  const legend = Object.entries(family.termLegend)
    .filter(([value]) => used.has(value))
    .map(([, words]) => words);
  return [
    pre(table.join('\n')),
    escapeHtml(family.periods[kind]),
    ...(legend.length > 0 ? [escapeHtml(legend.join(', '))] : []),
  ];
}
