import type { By } from '../../db/actions/by.ts';
import type { Tx } from '../../db/open.ts';
import { readCoursePlan } from '../../db/reports/course-plans.ts';
import { coursePlanScreen, type PlanDone } from '../views/plan.ts';
import { openDialog } from './dialogs.ts';
import type { PlanData } from './plan-file.ts';
import type { Screen, Turn } from './turn.ts';

/** A course's plan from its state in `tx`; from then on a workbook sent here is for a plan. */
export async function openCoursePlan(
  tx: Tx,
  { actor }: By,
  turn: Turn,
  courseId: number,
  done?: PlanDone,
): Promise<Screen> {
  const plan = await readCoursePlan(tx.db, actor, courseId, tx);
  await expectPlanFile(tx, turn, courseId);
  return coursePlanScreen(plan, turn.texts, done);
}

/** From now on a workbook sent here is for a plan, first of all for this one. */
export function expectPlanFile(tx: Tx, { event }: Turn, courseId: number): Promise<void> {
  const data: PlanData = { courseId };
  return openDialog(tx, event.chat.address, { name: 'plan', data });
}
