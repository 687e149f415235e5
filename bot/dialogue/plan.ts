import { readCoursePlan, readTaughtPlans } from '../../db/reports/course-plans.ts';
import { readPlanRows } from '../../db/reports/plan-rows.ts';
import { escapeHtml } from '../views/html.ts';
import { askPlanScreen, planListScreen, templateMessage } from '../views/plan.ts';
import { actorOf } from './actor.ts';
import { enterMarks } from './enter.ts';
import { looksLikeEntry } from './entry/looks-like-entry.ts';
import { expectPlanFile, openCoursePlan } from './open-course-plan.ts';
import { planFilePresses } from './plan-file.ts';
import { planFixPresses } from './plan-fix.ts';
import { idOf, type PressTable } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/** /plan: a teacher's own courses with plan against fact. */
export async function showPlan(turn: TextTurn): Promise<Answer> {
  return say(await listScreen(turn, 0));
}

/** While a plan is open a workbook is expected; marks are taken all the same. */
export async function answerPlan(turn: TextTurn): Promise<Answer> {
  const { event, texts } = turn;
  return looksLikeEntry(event.text)
    ? enterMarks(turn, event.text)
    : say({ text: escapeHtml(texts.plan.onlyFile) });
}

export const planPresses: PressTable = {
  ...planFilePresses,
  ...planFixPresses,

  plist1: async (turn, [page]) => redraw(turn, await listScreen(turn, idOf(page))),

  pcrs1: async (turn, [course]) => ({
    write: async (tx, by) => redraw(turn, await openCoursePlan(tx, by, turn, idOf(course))),
  }),

  pask1: async (turn, [course]) => ({
    write: async (tx, by) => {
      const courseId = idOf(course);
      const plan = await readCoursePlan(tx.db, by.actor, courseId, tx);
      await expectPlanFile(tx, turn, courseId);
      return redraw(turn, askPlanScreen(plan, turn.texts));
    },
  }),

  ptpl1: async (turn, [course]) => {
    const { db, texts } = turn;
    const plan = await readCoursePlan(db, actorOf(turn), idOf(course));
    return say(templateMessage(plan, await readPlanRows(db, plan), texts));
  },
};

async function listScreen(turn: Turn, page: number): Promise<Screen> {
  const plans = await readTaughtPlans(turn.db, actorOf(turn).personId);
  return planListScreen({ plans, page }, turn.texts);
}
