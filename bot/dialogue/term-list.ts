import { Refusal } from '../../db/errors.ts';
import { readChildren } from '../../db/reports/children.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { readMarkedClasses } from '../../db/reports/marked-classes.ts';
import { readTermCourses } from '../../db/reports/term-courses.ts';
import { can } from '../../db/rules/access.ts';
import { childTermsRows } from '../views/child-terms.ts';
import { classCoursesScreen, ownCoursesScreen, termClassesScreen } from '../views/term-list.ts';
import { actorOf } from './actor.ts';
import { readTermsScreen } from './child-terms.ts';
import { idOf, type PressTable } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/**
 * /term: a teacher's own courses; whoever teaches nothing chooses a class to read; a parent reads of
 * the own child. Staff who are parents get a way to each child besides.
 */
export async function showTerm(turn: TextTurn): Promise<Answer> {
  const { db, texts, config } = turn;
  const { personId, roles } = actorOf(turn);
  if (roles.every((role) => role === 'parent')) {
    return say(await readTermsScreen(turn, null, null));
  }
  const screen = await firstScreen(turn, 0);
  const children = roles.includes('parent') ? await readChildren(db, personId) : [];
  const ways = childTermsRows(children, texts, config.names);
  return say({ ...screen, buttons: [...(screen.buttons ?? []), ...ways] });
}

/** The ways to a course's sheet. */
export const termListPresses: PressTable = {
  tlist1: async (turn, [page]) => redraw(turn, await firstScreen(turn, idOf(page))),
  tclass1: async (turn, [classId, page]) =>
    redraw(turn, await classScreen(turn, idOf(classId), idOf(page))),
  tschool1: async (turn, [page]) => redraw(turn, await schoolScreen(turn, idOf(page))),
};

async function firstScreen(turn: Turn, page: number): Promise<Screen> {
  const { db, texts } = turn;
  const { personId, roles, classIds } = actorOf(turn);
  const school = roles.includes('deputy_head') || roles.includes('administrator');
  const courses = roles.includes('teacher')
    ? await readTermCourses(db, { teacherId: personId })
    : [];
  if (courses.length === 0 && school) {
    return schoolScreen(turn, page);
  }
  const classes = await readClassNames(db, classIds);
  return ownCoursesScreen({ courses, page, classes, school }, texts);
}

async function classScreen(turn: Turn, classId: number, page: number): Promise<Screen> {
  if (!can(actorOf(turn), 'class.read', { classId })) {
    throw new Refusal('not-allowed');
  }
  const [named] = await readClassNames(turn.db, [classId]);
  if (!named) {
    throw new Refusal('not-found');
  }
  const courses = await readTermCourses(turn.db, { classId });
  return classCoursesScreen({ ...named, courses, page }, turn.texts);
}

async function schoolScreen(turn: Turn, page: number): Promise<Screen> {
  if (!can(actorOf(turn), 'journal.correct-closed', null)) {
    throw new Refusal('not-allowed');
  }
  return termClassesScreen({ classes: await readMarkedClasses(turn.db), page }, turn.texts);
}
