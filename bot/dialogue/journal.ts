import { Refusal } from '../../db/errors.ts';
import { type ArchiveClass, readArchiveClass } from '../../db/reports/archive-class.ts';
import { readClassJournal } from '../../db/reports/class-journal.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { type CourseGrid, readCourseGrid } from '../../db/reports/course-grid.ts';
import {
  type JournalCourse,
  type NamedClass,
  readJournalCourses,
  readOpenClasses,
} from '../../db/reports/journal-courses.ts';
import { type PastYear, readPastJournals, readPastYears } from '../../db/reports/past-years.ts';
import { can } from '../../db/rules/access.ts';
import { classJournalMessage } from '../views/class-journal.ts';
import { gridScreen, journalPupilsScreen, workbookMessage } from '../views/journal.ts';
import {
  classCoursesScreen,
  classesScreen,
  journalHomeScreen,
  pastYearScreen,
} from '../views/journal-choice.ts';
import { meanwhile } from '../views/making.ts';
import { actorOf, penOf } from './actor.ts';
import {
  JOURNAL_FILES,
  journalClassesPress,
  journalClassPress,
  journalHomePress,
  pastYearPress,
} from './journal-presses.ts';
import { readNumber } from './lesson-presses.ts';
import { idOf, type PressTable, readId } from './press.ts';
import type { Said } from './reply.ts';
import {
  type Answer,
  goBack,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';

/** /journal: a teacher's own courses, a class teacher's class, an overseer's school. */
export async function showJournal(turn: TextTurn): Promise<Answer> {
  return say(await homeScreen(turn));
}

export const journalPresses: PressTable = {
  jhome1: async (turn) => goBack(turn, await homeScreen(turn)),

  jall1: async (turn, [page]) =>
    goBack(turn, await schoolScreen(turn, await readOwn(turn), readNumber(page) ?? 0)),

  jcls1: async (turn, [arg, page]) => {
    const classId = idOf(arg);
    return goBack(
      turn,
      await classScreen(turn, await readOwn(turn), classId, readNumber(page) ?? 0),
    );
  },

  jpast1: async (turn, [arg, page]) => {
    const past = await readPastJournals(turn.db, actorOf(turn), idOf(arg));
    return goBack(turn, pastYearScreen(past, readNumber(page) ?? 0, turn.texts));
  },

  jyear1: async (turn, [arg, fileArg]) => {
    const file = JOURNAL_FILES.find((one) => one === fileArg);
    const classId = idOf(arg);
    const journal = await readClassJournal(turn.db, actorOf(turn), classId);
    if (!file || journal.pupils.length === 0) {
      const { common, classJournal } = turn.texts;
      return { replies: [], toast: file ? classJournal.empty : common.buttonOutdated };
    }
    return say({
      ...classJournalMessage(journal, file, penOf(turn)),
      ...meanwhile(turn.event, journalClassPress(classId, 0), turn.texts),
    });
  },

  jrn1: async (turn, [course, term, page]) => {
    const grid = await readGrid(turn, course, term);
    return redraw(turn, gridScreen(grid, readNumber(page) ?? 0, backFrom(turn, grid), penOf(turn)));
  },

  jxls1: async (turn, [course, term]) => {
    const message = workbookMessage(await readGrid(turn, course, term), penOf(turn));
    return message ? say(message) : gone(turn);
  },

  jpup1: async (turn, [course, term]) => {
    const grid = await readGrid(turn, course, term);
    return grid.term ? redraw(turn, journalPupilsScreen(grid, grid.term, penOf(turn))) : gone(turn);
  },
};

/** What a person's own journals are. */
type Own = {
  courses: JournalCourse[];
  classes: NamedClass[];
  school: boolean;
  years: PastYear[];
};

async function readOwn(turn: Turn): Promise<Own> {
  const { db } = turn;
  const actor = actorOf(turn);
  const courses = await readJournalCourses(db, { teacherId: actor.personId });
  const classes = await readClassNames(db, actor.classIds);
  const years = await readPastYears(db, actor);
  return { courses, classes, school: can(actor, 'school.read', null), years };
}

/** The one place where a first choice would lead, if there is but one. */
function onlyWay({ courses, classes, school, years }: Own): 'school' | NamedClass | null {
  const [first, ...others] = classes;
  if (courses.length > 0 || others.length > 0 || (years.length > 0 && !school)) {
    return null;
  }
  if (school) {
    return first ? null : 'school';
  }
  return first ?? null;
}

async function homeScreen(turn: Turn): Promise<Screen> {
  const own = await readOwn(turn);
  const only = onlyWay(own);
  if (only === 'school') {
    return schoolScreen(turn, own, 0);
  }
  return only ? classScreen(turn, own, only.classId, 0) : journalHomeScreen(own, turn.texts);
}

async function schoolScreen(turn: Turn, own: Own, page: number): Promise<Screen> {
  if (!own.school) {
    throw new Refusal('not-allowed');
  }
  const back = onlyWay(own) === null ? journalHomePress() : null;
  const classes = await readOpenClasses(turn.db);
  return classesScreen({ classes, years: own.years, page, back }, turn.texts);
}

async function classScreen(turn: Turn, own: Own, classId: number, page: number): Promise<Screen> {
  const { db, texts } = turn;
  const klass = await readArchiveClass(db, actorOf(turn), classId);
  const courses = await readJournalCourses(db, { classId });
  return classCoursesScreen({ klass, courses, page, back: backFromClass(own, klass) }, texts);
}

function backFromClass(own: Own, { classId, year }: ArchiveClass): string | null {
  if (year.closed) {
    return pastYearPress(year.id);
  }
  if (own.classes.some((one) => one.classId === classId)) {
    return onlyWay(own) === null ? journalHomePress() : null;
  }
  return journalClassesPress(0);
}

function readGrid(
  turn: PressTurn,
  course: string | undefined,
  term: string | undefined,
): Promise<CourseGrid> {
  return readCourseGrid(turn.db, actorOf(turn), {
    courseId: idOf(course),
    termId: readId(term),
  });
}

/** Back to one's own courses from one of them, else to the courses of its class. */
function backFrom(turn: PressTurn, { course }: CourseGrid): string {
  const own = course.teacherId === actorOf(turn).personId;
  return own ? journalHomePress() : journalClassPress(course.classId, 0);
}

function gone({ texts }: PressTurn): Said {
  return { replies: [], toast: texts.journal.noLessons };
}
