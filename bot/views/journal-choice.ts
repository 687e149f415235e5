import type { ArchiveClass } from '../../db/reports/archive-class.ts';
import type { JournalCourse, NamedClass } from '../../db/reports/journal-courses.ts';
import type { PastJournals, PastYear } from '../../db/reports/past-years.ts';
import {
  classJournalPress,
  journalClassesPress,
  journalClassPress,
  journalHomePress,
  journalPress,
  pastYearPress,
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
  of: {
    courses: readonly JournalCourse[];
    classes: readonly NamedClass[];
    school: boolean;
    years: readonly PastYear[];
  },
  texts: Texts,
): Screen {
  const { journal } = texts;
  const { courses, classes, school, years } = of;
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
    buttons: [
      ...rowsOf(courses.map(courseButton), 2),
      ...rowsOf([...whole, ...all], 1),
      ...yearRows(years, texts),
    ],
  };
}

/** The classes of the school. */
export function classesScreen(
  of: {
    classes: readonly NamedClass[];
    years: readonly PastYear[];
    page: number;
    back: string | null;
  },
  texts: Texts,
): Screen {
  const { journal, common, invites } = texts;
  const { classes, years, page, back } = of;
  const buttons = pageOf(classes, page, CLASSES_PER_PAGE).map(({ classId, className }) => ({
    text: className,
    press: journalClassPress(classId, 0),
  }));
  return {
    text: [bold(journal.title), escapeHtml(journal.chooseClass)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 5),
      ...arrowRow(classes.length, page, invites, journalClassesPress, CLASSES_PER_PAGE),
      ...yearRows(years, texts),
      ...(back === null ? [] : [[{ text: common.back, press: back }]]),
    ],
  };
}

/** The courses of a class. */
export function classCoursesScreen(
  of: {
    klass: ArchiveClass;
    courses: readonly JournalCourse[];
    page: number;
    back: string | null;
  },
  texts: Texts,
): Screen {
  const { journal, classJournal, common, invites } = texts;
  const { klass, courses, page, back } = of;
  const { classId, className, year } = klass;
  const title = [journal.title, className, ...(year.closed ? [year.name] : [])].join(' ');
  const said = courses.length === 0 ? journal.noCourses : journal.chooseCourse;
  return {
    text: [bold(title), escapeHtml(said)].join('\n'),
    buttons: [
      ...rowsOf(pageOf(courses, page).map(courseOfClassButton), 2),
      ...arrowRow(courses.length, page, invites, (to) => journalClassPress(classId, to)),
      [
        { text: classJournal.asPdf, press: classJournalPress(classId, 'pdf') },
        { text: classJournal.asXlsx, press: classJournalPress(classId, 'xlsx') },
      ],
      ...(back === null ? [] : [[{ text: common.back, press: back }]]),
    ],
  };
}

/** The classes and own courses of a year that is over. */
export function pastYearScreen(past: PastJournals, page: number, texts: Texts): Screen {
  const { classJournal, journal, common, invites } = texts;
  const { yearId, name, classes, courses } = past;
  const buttons = pageOf(classes, page, CLASSES_PER_PAGE).map(({ classId, className }) => ({
    text: className,
    press: journalClassPress(classId, 0),
  }));
  const nothing = classes.length === 0 && courses.length === 0;
  const said = nothing ? classJournal.nothingThen : journal.chooseClass;
  return {
    text: [bold(classJournal.pastTitle(name)), escapeHtml(said)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 5),
      ...arrowRow(
        classes.length,
        page,
        invites,
        (to) => pastYearPress(yearId, to),
        CLASSES_PER_PAGE,
      ),
      ...rowsOf(courses.map(courseButton), 2),
      [{ text: common.back, press: journalHomePress() }],
    ],
  };
}

function yearRows(years: readonly PastYear[], { classJournal }: Texts): Button[][] {
  return rowsOf(
    years.map(({ yearId, name }) => ({
      text: classJournal.pastYear(name),
      press: pastYearPress(yearId),
    })),
    3,
  );
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
