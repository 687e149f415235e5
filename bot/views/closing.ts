import type { CourseLack } from '../../db/reports/closing-lacks.ts';
import type { TermClosing, YearTerm } from '../../db/reports/term-closing.ts';
import { closingRefusal } from '../../db/rules/term-closing.ts';
import {
  closeTermPress,
  closingPress,
  reopenTermPress,
  sureClosingPress,
  termClosingPress,
  yearClosingPress,
} from '../dialogue/closing-presses.ts';
import { controlPress } from '../dialogue/control-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { teacherLabel } from './control-table.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { arrowRow, pageOf } from './pages.ts';

// As many courses as a phone shows with their teachers between them.
export const LACKS_PER_PAGE = 12;

/** The terms that have begun: an open one leads to what it lacks. */
export function closingScreen(
  of: {
    terms: readonly YearTerm[];
    years: readonly { id: number; name: string }[];
    mayReopen: boolean;
  },
  texts: Texts,
): Screen {
  const { closing, yearClosing } = texts;
  const { terms, years, mayReopen } = of;
  const lines = terms.map((term) => {
    const title = termName(term, texts);
    return term.state === 'closed'
      ? closing.isClosed(title)
      : closing.isOpen(title, texts.school.date(term.endsOn));
  });
  const buttons: Button[][] = terms.flatMap((term) => {
    const title = termName(term, texts);
    if (term.state === 'open') {
      return [[{ text: closing.check(title), press: termClosingPress(term.id) }]];
    }
    return mayReopen ? [[{ text: closing.reopen(title), press: reopenTermPress(term.id) }]] : [];
  });
  return {
    text: [
      bold(closing.title),
      ...(lines.length > 0 ? lines : [closing.noTerms]).map(escapeHtml),
    ].join('\n'),
    buttons: [
      ...buttons,
      ...years.map(({ id, name }) => [
        { text: yearClosing.open(name), press: yearClosingPress(id) },
      ]),
      [backToControl(texts)],
    ],
  };
}

/** What a term lacks by teacher, and the way to close it. */
export function termClosingScreen(
  of: TermClosing & { today: string; page: number },
  pen: Pen,
): Screen {
  const { texts } = pen;
  const { closing, refusals, common, invites } = texts;
  const { term, lacks, missing, reports, today, page: wanted } = of;
  const page = wanted * LACKS_PER_PAGE < lacks.length ? wanted : 0;
  const refusal = closingRefusal(term, today);
  const said = refusal ? [refusals[refusal]({ date: term.endsOn })] : [];
  const verdict = missing > 0 ? closing.missing(totalsOf(lacks, texts)) : closing.complete;
  const toClose =
    missing > 0
      ? { text: closing.closeAnyway, press: sureClosingPress(term.id) }
      : { text: closing.close, press: closeTermPress(term.id, 0) };
  return {
    text: [
      bold(`${closing.title}: ${termName(term, texts)}`),
      ...[...said, verdict, ...reportLines(reports, texts)].map(escapeHtml),
      ...lackLines(pageOf(lacks, page, LACKS_PER_PAGE), pen),
    ].join('\n'),
    buttons: [
      ...arrowRow(
        lacks.length,
        page,
        invites,
        (to) => termClosingPress(term.id, to),
        LACKS_PER_PAGE,
      ),
      ...(refusal ? [] : [[toClose]]),
      [{ text: common.back, press: closingPress() }],
    ],
  };
}

/** «Не утверждены отчёты: учителей 5, классов 2, по школе»; nothing when all are. */
function reportLines(reports: TermClosing['reports'], { closing }: Texts): string[] {
  const kinds = ['teachers', 'classes', 'school'] as const;
  const open = kinds.filter((kind) => reports[kind] > 0);
  const words = open.map((kind) => closing.reports[kind](reports[kind]));
  return words.length > 0 ? [closing.unapproved(words.join(', '))] : [];
}

/** The question before a term is closed that lacks something. */
export function sureClosingScreen({ term, lacks, missing }: TermClosing, texts: Texts): Screen {
  const { closing, common } = texts;
  return {
    text: [
      bold(closing.sure(termName(term, texts))),
      ...[closing.missing(totalsOf(lacks, texts)), closing.after].map(escapeHtml),
    ].join('\n'),
    buttons: [
      [{ text: closing.yes, press: closeTermPress(term.id, missing) }],
      [{ text: common.back, press: termClosingPress(term.id) }],
    ],
  };
}

/** «1-я четверть», with the grades where they are not all. */
export function termName({ number, kind, minGrade, maxGrade }: YearTerm, texts: Texts): string {
  const title = texts.parent.termTitle(number, kind);
  return minGrade > 1 || maxGrade < 11 ? texts.closing.grades(title, minGrade, maxGrade) : title;
}

/** Teachers in bold, beneath each the courses and what they lack. */
export function lackLines(lacks: readonly CourseLack[], pen: Pen): string[] {
  const { texts } = pen;
  return lacks.flatMap((lack, index) => {
    const { className, subject, groupName, teacherId } = lack;
    const course = [className, subject, groupName].filter((part) => part !== '').join(' ');
    const line = escapeHtml(texts.closing.course(course, totalsOf([lack], texts)));
    return lacks[index - 1]?.teacherId === teacherId && index > 0
      ? [line]
      : ['', bold(teacherLabel(lack, pen)), line];
  });
}

/** «уроков 2, итогов 5, долгов 1»: only what there is. */
export function totalsOf(lacks: readonly CourseLack[], { closing }: Texts): string {
  const kinds = ['unfilled', 'undecided', 'owed'] as const;
  return kinds
    .map((kind) => ({ kind, count: lacks.reduce((sum, lack) => sum + lack[kind], 0) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => closing.lacks[kind](count))
    .join(', ');
}

function backToControl({ control }: Texts): Button {
  return { text: control.back, press: controlPress({ period: 'today', by: 'teacher' }) };
}
