import { addDays } from '../../db/days.ts';
import { readDueDays } from '../../db/reports/child-homework.ts';
import { readChildren } from '../../db/reports/children.ts';
import { schoolDayFrom } from '../../db/reports/school-days.ts';
import { childHomeworkScreen, chooseHomeworkScreen } from '../views/child-homework.ts';
import { actorOf, penOf } from './actor.ts';
import { readPage } from './diary.ts';
import { idOf, type PressTable } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';
import { newestLesson } from './which-lesson.ts';
import { writeHomework } from './write-lesson.ts';

// From the next school day on.
const DAYS_SHOWN = 7;

/**
 * /homework: a teacher gives it, a parent reads what is due. Whoever is both gives it by what follows
 * the command, and chooses without.
 */
export async function homework(turn: TextTurn, argument: string): Promise<Answer> {
  const { personId, roles } = actorOf(turn);
  const teaches = roles.includes('teacher');
  if (!teaches) {
    return say(await dueScreen(turn, null));
  }
  if (argument !== '' || !roles.includes('parent')) {
    return writeHomework(turn, argument);
  }
  const [lesson, children] = [await newestLesson(turn), await readChildren(turn.db, personId)];
  return say(chooseHomeworkScreen({ lesson, children }, penOf(turn)));
}

export const childHomeworkPresses: PressTable = {
  cdue1: async (turn, [pupil]) => redraw(turn, await dueScreen(turn, idOf(pupil))),
};

async function dueScreen(turn: Turn, pupilId: number | null): Promise<Screen> {
  const page = await readPage(turn, pupilId, null);
  if ('instead' in page) {
    return page.instead;
  }
  const { frame, days } = page;
  const from = frame.schoolClass.grade === 1 ? null : schoolDayFrom(days, frame.today, 1);
  const to = from && addDays(from, DAYS_SHOWN - 1);
  const due = from && to ? await readDueDays(turn.db, frame.child, { from, to }, days) : [];
  return childHomeworkScreen({ ...frame, due }, penOf(turn));
}
