import { checkPlanFix, correctPlan, type PlanFix } from '../../db/actions/correct-plan.ts';
import type { Refusal } from '../../db/errors.ts';
import { readCoursePlan, readPlanOfLine } from '../../db/reports/course-plans.ts';
import { isCorrectable } from '../../db/rules/plan-progress.ts';
import { coursePlanScreen } from '../views/plan.ts';
import { fixLineScreen, fixListScreen, fixReasonScreen, moveScreen } from '../views/plan-fix.ts';
import { actorOf } from './actor.ts';
import { openDialog } from './dialogs.ts';
import { openCoursePlan } from './open-course-plan.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw, say, type TextTurn } from './turn.ts';

/** A correction that waits for its reason. */
export type PlanReasonData = { courseId: number; fix: PlanFix };

export const planFixPresses: PressTable = {
  pfix1: async (turn, [course, page]) => {
    const plan = await readCoursePlan(turn.db, actorOf(turn), idOf(course));
    return redraw(turn, fixListScreen(plan, readId(page) ?? 0, turn.texts));
  },

  pline1: async (turn, [item]) => {
    const { plan, line } = await readPlanOfLine(turn.db, actorOf(turn), idOf(item));
    return isCorrectable(line)
      ? redraw(turn, fixLineScreen(plan, line, turn.texts))
      : { ...redraw(turn, fixListScreen(plan, 0, turn.texts)), toast: stale(turn) };
  },

  pmov1: async (turn, [item, page]) => {
    const { plan, line } = await readPlanOfLine(turn.db, actorOf(turn), idOf(item));
    return isCorrectable(line)
      ? redraw(turn, moveScreen(plan, line, readId(page) ?? 0, turn.texts))
      : { ...redraw(turn, fixListScreen(plan, 0, turn.texts)), toast: stale(turn) };
  },

  pmrg1: async (turn, [item, next]) =>
    askReason(turn, { kind: 'merged', planItemId: idOf(item), nextId: idOf(next) }),

  pcut1: async (turn, [item]) => askReason(turn, { kind: 'cut', planItemId: idOf(item) }),

  pto1: async (turn, [item, before]) => {
    const beforeId = idOf(before);
    return askReason(turn, {
      ...{ kind: 'moved', planItemId: idOf(item) },
      beforeId: beforeId === 0 ? null : beforeId,
    });
  },
};

/** The text that was asked for is the reason of the correction it was asked for. */
export async function answerPlanReason(turn: TextTurn, data: unknown): Promise<Answer> {
  const { event, texts } = turn;
  const { courseId, fix } = data as PlanReasonData;
  return {
    write: async (tx, by) => {
      await correctPlan(tx, by, { fix, reason: event.text });
      const done = { note: texts.plan.fixDone, operation: by.operation };
      return say(await openCoursePlan(tx, by, turn, courseId, done));
    },
    refused: async (refusal) =>
      isOvertaken(refusal)
        ? {
            write: async (tx, by) => {
              const sentence = texts.refusals[refusal.reason](refusal.data);
              return say(await openCoursePlan(tx, by, turn, courseId, { note: sentence }));
            },
          }
        : null,
  };
}

/** Asks for the reason, having made sure that the correction would be taken. */
function askReason(turn: PressTurn, fix: PlanFix): Answer {
  const { event, texts } = turn;
  return {
    write: async (tx, by) => {
      const allowed = await checkPlanFix(tx, by, fix);
      const data: PlanReasonData = { courseId: allowed.courseId, fix };
      await openDialog(tx, event.chat.address, { name: 'planReason', data });
      return redraw(turn, fixReasonScreen(fix, allowed, texts));
    },
    refused: async (refusal) => {
      if (refusal.reason !== 'stale') {
        return null;
      }
      const { plan } = await readPlanOfLine(turn.db, actorOf(turn), fix.planItemId);
      return { ...redraw(turn, coursePlanScreen(plan, texts)), toast: stale(turn) };
    },
  };
}

function isOvertaken({ reason }: Refusal): boolean {
  return reason === 'stale' || reason === 'not-found';
}

function stale({ texts }: PressTurn): string {
  return texts.refusals.stale({});
}
