import type { CourseProgress } from '../../db/reports/term-courses.ts';
import type { TermSpan } from '../../db/rules/calendar.ts';
import { closingPress } from '../dialogue/closing-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import {
  termClassesPress,
  termClassPress,
  termListPress,
  termSheetPress,
} from '../dialogue/term-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { cut } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import { arrowRow, PER_PAGE, pageOf } from './pages.ts';
import { rowsOf } from './rows.ts';

type NamedClass = { classId: number; className: string };

// With the class, the subgroup and the counts beside it a subject still fits a phone's width.
const SUBJECT = 20;

/** A teacher's own courses, with ways to the classes they may read besides. */
export function ownCoursesScreen(
  of: {
    courses: readonly CourseProgress[];
    page: number;
    classes: readonly NamedClass[];
    school: boolean;
  },
  texts: Texts,
): Screen {
  const others: Button[][] = [
    ...rowsOf(
      of.classes.map(({ classId, className }) => ({
        text: texts.term.wholeClass(className),
        press: termClassPress(classId),
      })),
      2,
    ),
    ...(of.school ? [[{ text: texts.term.allClasses, press: termClassesPress() }]] : []),
  ];
  return coursesScreen(texts.term.title, { ...of, pressOf: termListPress }, others, texts);
}

/** All courses of a class. */
export function classCoursesScreen(
  of: NamedClass & { courses: readonly CourseProgress[]; page: number },
  texts: Texts,
): Screen {
  const back = [{ text: texts.common.back, press: termListPress() }];
  const pressOf = (page: number) => termClassPress(of.classId, page);
  return coursesScreen(`${texts.term.title}, ${of.className}`, { ...of, pressOf }, [back], texts);
}

/** Classes to choose from. */
export function termClassesScreen(
  { classes, page }: { classes: readonly NamedClass[]; page: number },
  { term, invites, closing }: Texts,
): Screen {
  const buttons = pageOf(classes, page).map(({ classId, className }) => ({
    text: className,
    press: termClassPress(classId),
  }));
  return {
    text: [
      bold(term.title),
      escapeHtml(classes.length > 0 ? term.chooseClass : term.noClasses),
    ].join('\n'),
    buttons: [
      ...rowsOf(buttons, 4),
      ...arrowRow(classes.length, page, invites, (to) => termClassesPress(to)),
      [{ text: closing.open, press: closingPress() }],
    ],
  };
}

function coursesScreen(
  title: string,
  of: {
    courses: readonly CourseProgress[];
    page: number;
    pressOf: (page: number) => string;
  },
  others: Button[][],
  texts: Texts,
): Screen {
  const { term, invites } = texts;
  const page = of.page * PER_PAGE < of.courses.length ? of.page : 0;
  const listed = pageOf(of.courses, page);
  const terms = [...new Map(listed.map((course) => [course.term.id, course.term])).values()];
  const lines = [
    bold(title),
    ...terms.map((one) => escapeHtml(termLine(one, texts))),
    escapeHtml(listed.length > 0 ? term.choose : term.noCourses),
  ];
  const buttons = [
    ...listed.map((course) => [
      { text: courseLabel(course, texts), press: termSheetPress(course.courseId, 'due') },
    ]),
    ...arrowRow(of.courses.length, page, invites, of.pressOf),
    ...others,
  ];
  return { text: lines.join('\n'), buttons };
}

/** «1-я четверть, до 25 октября» */
export function termLine({ number, kind, endsOn, state }: TermSpan, texts: Texts): string {
  const { term, parent, school } = texts;
  const title = parent.termTitle(number, kind);
  return state === 'closed' ? term.closed(title) : term.ends(title, school.date(endsOn));
}

function courseLabel(course: CourseProgress, { term }: Texts): string {
  const { className, subject, shortName, groupName, decided, pupils } = course;
  const group = groupName === '' ? '' : ` ${groupName}`;
  const named = `${className} ${cut(shortName ?? subject, SUBJECT)}${group}`;
  const label = term.course(named, decided, pupils);
  return pupils > 0 && decided === pupils ? term.complete(label) : label;
}
