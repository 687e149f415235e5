import { acceptPlanItem } from '../../db/actions/accept-plan-item.ts';
import { copyLesson } from '../../db/actions/copy-lesson.ts';
import { readCourseProgress } from '../../db/reports/course-progress.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { whomToAsk } from '../../db/rules/whom-to-ask.ts';
import { kindsScreen } from '../views/kinds.ts';
import { whomToAskScreen } from '../views/whom-to-ask.ts';
import { actorOf, penOf } from './actor.ts';
import { readNumber } from './lesson-presses.ts';
import { outdated, readSpot, writableSheet, writing } from './lesson-writing.ts';
import { type PressTable, readId, readLessonArg } from './press.ts';
import { redraw } from './turn.ts';

/** The kind of work, whom to ask, and what the plan or the parallel class propose. */
export const lessonToolPresses: PressTable = {
  knd1: async (turn, [lesson, page, kindArg]) => {
    const spot = readSpot(lesson, kindArg);
    const shown = readNumber(page);
    if (!spot || shown === null) {
      return outdated(turn);
    }
    const { key, kind } = spot;
    const sheet = writableSheet(await readLessonSheet(turn.db, actorOf(turn), key));
    return redraw(turn, kindsScreen(sheet, { page: shown, kind }, penOf(turn)));
  },

  who1: async (turn, [lesson, page, kindArg]) => {
    const spot = readSpot(lesson, kindArg);
    const shown = readNumber(page);
    if (!spot || shown === null) {
      return outdated(turn);
    }
    const { key, kind } = spot;
    const sheet = writableSheet(await readLessonSheet(turn.db, actorOf(turn), key));
    const progress = await readCourseProgress(turn.db, sheet);
    const toAsk = whomToAsk(progress.pupils);
    const view = { page: shown, kind };
    return redraw(turn, whomToAskScreen(sheet, toAsk, progress, view, penOf(turn)));
  },

  plan1: async (turn, [lesson, item]) => {
    const key = readLessonArg(lesson);
    const planItemId = readId(item);
    return key && planItemId !== null
      ? writing(turn, key, {}, (tx, by) => acceptPlanItem(tx, by, { lesson: key, planItemId }))
      : outdated(turn);
  },

  same1: async (turn, [lesson, other]) => {
    const key = readLessonArg(lesson);
    const from = readId(other);
    return key && from !== null
      ? writing(turn, key, {}, (tx, by) => copyLesson(tx, by, { lesson: key, from }))
      : outdated(turn);
  },
};
