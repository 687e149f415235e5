import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readPlanLines } from '../reports/course-plans.ts';
import { mergedInto, type PlanLine } from '../rules/plan-progress.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { courseOfLine, renumber } from './correct-plan.ts';
import type { UndoneChange } from './undone-change.ts';

type Corrected = Pick<PlanLine, 'number' | 'correction' | 'correctionReason'>;

/**
 * Takes back a correction of a plan, for whoever may write the plan now. Refuses once one of its lines
 * was given or changed. For undoLast.
 */
export async function takeBackPlanFix(
  tx: Tx,
  by: By,
  changes: readonly UndoneChange[],
  undoes: string,
): Promise<{ plan: { courseId: number } }> {
  const courseId = await courseOfLine(tx, by, changes[0]?.recordId ?? 0);
  const lines = await readPlanLines(tx.db, [courseId], tx);
  const back = changes.map(({ recordId, before, after }) => {
    const line = lines.find(({ planItemId }) => planItemId === recordId);
    if (!line || isGiven(lines, line) || !isSame(line, JSON.parse(after) as Corrected)) {
      throw new Refusal('undo-overtaken');
    }
    return { line, before: JSON.parse(before ?? '{}') as Corrected };
  });
  const moved = back.filter(({ line, before }) => line.number !== before.number);
  const numbers = new Map(moved.map(({ line, before }) => [line.planItemId, before.number]));
  await renumber(tx, courseId, lines, numbers);
  for (const { line, before } of back) {
    const { correction, correctionReason: reason } = before;
    await tx.run(
      `UPDATE plan_item SET correction = :correction, correction_reason = :reason
        WHERE id = :planItemId`,
      { correction, reason, planItemId: line.planItemId },
    );
  }
  await writeChanges(
    tx,
    by,
    back.map(({ line, before: after }) => ({
      ...{ record: 'plan_item', recordId: line.planItemId, undoes },
      ...{ before: correctedOf(line), after },
    })),
  );
  return { plan: { courseId } };
}

/** Whether a lesson has taken the line, by itself or with the one it is merged into. */
function isGiven(lines: readonly PlanLine[], line: PlanLine): boolean {
  return lines.some(
    (head) => head.given > 0 && (head === line || mergedInto(lines, head).includes(line)),
  );
}

function correctedOf({ number, correction, correctionReason }: Corrected): Corrected {
  return { number, correction, correctionReason };
}

function isSame(line: Corrected, after: Corrected): boolean {
  return JSON.stringify(correctedOf(line)) === JSON.stringify(correctedOf(after));
}
