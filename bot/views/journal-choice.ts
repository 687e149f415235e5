import type { JournalCourse, NamedClass } from '../../db/reports/journal-courses.ts';
import {
  journalClassesPress,
  journalClassPress,
  journalPress,
} from '../dialogue/journal-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { arrowRow, pageOf } from './pages.ts';
import { rowsOf } from './rows.ts';

// Class names are short: eight rows of five fill a phone.
const CLASSES_PER_PAGE = 40;

/** What a person's journals are: own courses, own classes, and for an overseer the school. */
export function journalHomeScreen(
  {
    courses,
    classes,
    school,
  }: { courses: readonly JournalCourse[]; classes: readonly NamedClass[]; school: boolean },
  { journal }: Texts,
): Screen {
  const nothing = courses.length === 0 && classes.length === 0 && !school;
  const whole = classes.map(({ classId, className }) => ({
    text: journal.wholeClass(className),
    press: journalClassPress(classId, 0),
  }));
  const all = school ? [{ text: journal.allClasses, press: journalClassesPress(0) }] : [];
  return {
    text: [bold(journal.title), escapeHtml(nothing ? journal.nothing : journal.chooseCourse)].join(
      '\n',
    ),
    buttons: [...rowsOf(courses.map(courseButton), 2), ...rowsOf([...whole, ...all], 1)],
  };
}

/** The classes of the school. */
export function classesScreen(
  { classes, page, back }: { classes: readonly NamedClass[]; page: number; back: string | null },
  texts: Texts,
): Screen {
  const { journal, common, invites } = texts;
  const buttons = pageOf(classes, page, CLASSES_PER_PAGE).map(({ classId, className }) => ({
    text: className,
    press: journalClassPress(classId, 0),
  }));
  return {
    text: [bold(journal.title), escapeHtml(journal.chooseClass)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 5),
      ...arrowRow(classes.length, page, invites, journalClassesPress, CLASSES_PER_PAGE),
      ...(back === null ? [] : [[{ text: common.back, press: back }]]),
    ],
  };
}

/** The courses of a class. */
export function classCoursesScreen(
  of: {
    classId: number;
    className: string;
    courses: readonly JournalCourse[];
    page: number;
    back: string | null;
  },
  texts: Texts,
): Screen {
  const { journal, common, invites } = texts;
  const { classId, className, courses, page, back } = of;
  const said = courses.length === 0 ? journal.noCourses : journal.chooseCourse;
  return {
    text: [bold(`${journal.title} ${className}`), escapeHtml(said)].join('\n'),
    buttons: [
      ...rowsOf(pageOf(courses, page).map(courseOfClassButton), 2),
      ...arrowRow(courses.length, page, invites, (to) => journalClassPress(classId, to)),
      ...(back === null ? [] : [[{ text: common.back, press: back }]]),
    ],
  };
}

/** «7А Алгебра»: narrow, as two stand side by side. */
function courseButton(course: JournalCourse): Button {
  const { text, press } = courseOfClassButton(course);
  return { text: `${course.className} ${text}`, press };
}

function courseOfClassButton({ courseId, subject, groupName }: JournalCourse): Button {
  const text = groupName === '' ? subject : `${subject} ${groupName}`;
  return { text, press: journalPress(courseId) };
}
