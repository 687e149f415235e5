import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readPlanLines } from '../reports/course-plans.ts';
import { asOneLesson } from '../reports/plan-lesson.ts';
import { can } from '../rules/access.ts';
import { isCorrectable, isSkipped, mergedInto, type PlanLine } from '../rules/plan-progress.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { REASON_LIMIT } from './open-lesson.ts';
import { TOPIC_LIMIT } from './set-topic.ts';
import { updateRows } from './update-rows.ts';

/** A correction of a line: given at one lesson with the next, left out, or put before another. */
export type PlanFix =
  | { kind: 'merged'; planItemId: number; nextId: number }
  | { kind: 'cut'; planItemId: number }
  /** Null is the end of the plan. */
  | { kind: 'moved'; planItemId: number; beforeId: number | null };

/** A correction that may be made now: the course's lines in order, the line it is about. */
export type AllowedFix = { courseId: number; lines: PlanLine[]; line: PlanLine };

/**
 * Corrects the plan of a course, with a reason; the audit keeps it with every line that changes. For
 * the course's own teacher, and for the administrator. Refuses what `checkPlanFix` refuses, and a
 * reason that is empty or too long.
 */
export async function correctPlan(
  tx: Tx,
  by: By,
  { fix, reason }: { fix: PlanFix; reason: string },
): Promise<{ courseId: number }> {
  const { courseId, lines, line } = await checkPlanFix(tx, by, fix);
  const why = reason.trim();
  if (why === '' || why.length > REASON_LIMIT) {
    throw new Refusal('text-too-long', { limit: REASON_LIMIT });
  }
  const target = fix.kind === 'merged' ? lineOf(lines, fix.nextId) : line;
  const numbers = fix.kind === 'moved' ? renumbered(lines, line, fix.beforeId) : new Map();
  await renumber(tx, courseId, lines, numbers);
  await tx.run(
    `UPDATE plan_item SET correction = :correction, correction_reason = :why
      WHERE id = :planItemId`,
    { correction: fix.kind, why, planItemId: target.planItemId },
  );
  const changed = lines.filter((one) => one === target || numbers.has(one.planItemId));
  await writeChanges(
    tx,
    { ...by, reason: why },
    changed.map((one) => {
      const { planItemId, number, correction, correctionReason } = one;
      const before = { number, correction, correctionReason };
      const moved = { ...before, number: numbers.get(planItemId) ?? number };
      const corrected = { correction: fix.kind, correctionReason: why };
      const after = one === target ? { ...moved, ...corrected } : moved;
      return { record: 'plan_item', recordId: planItemId, before, after };
    }),
  );
  return { courseId };
}

/**
 * Whether a correction may be made now. Refuses a course of others, a line that a lesson has taken or
 * that was merged or cut already, to move or cut a line with others merged into it, and a merge whose
 * topics together are too long for one lesson.
 */
export async function checkPlanFix(tx: Tx, by: By, fix: PlanFix): Promise<AllowedFix> {
  const courseId = await courseOfLine(tx, by, fix.planItemId);
  const lines = await readPlanLines(tx.db, [courseId], tx);
  const line = lineOf(lines, fix.planItemId);
  const merged = mergedInto(lines, line);
  const possible =
    isCorrectable(line) &&
    (fix.kind === 'merged'
      ? nextOf(lines, line)?.planItemId === fix.nextId
      : merged.length === 0 && (fix.kind === 'cut' || isPlace(lines, line, fix.beforeId)));
  if (!possible) {
    throw new Refusal('stale');
  }
  if (fix.kind === 'merged') {
    const next = lineOf(lines, fix.nextId);
    const all = [line, ...merged, next, ...mergedInto(lines, next)];
    const { topic } = asOneLesson(all.map((one) => ({ ...one, homework: null })));
    if (topic.length > TOPIC_LIMIT) {
      throw new Refusal('text-too-long', { limit: TOPIC_LIMIT });
    }
  }
  return { courseId, lines, line };
}

/** The line that may be merged into this one: the next that is given at lessons, if none is yet. */
export function nextOf(lines: readonly PlanLine[], line: PlanLine): PlanLine | null {
  const next = lines.slice(lines.indexOf(line) + 1).find((one) => !isSkipped(one));
  return next && isCorrectable(next) ? next : null;
}

/** The lines before which a line may be put: those to come, but neither itself nor its neighbour. */
export function placesFor(lines: readonly PlanLine[], line: PlanLine): PlanLine[] {
  const next = lines[lines.indexOf(line) + 1];
  return lines.filter((one) => one !== line && one !== next && isCorrectable(one));
}

function isPlace(lines: readonly PlanLine[], line: PlanLine, beforeId: number | null): boolean {
  return beforeId === null
    ? lines.at(-1) !== line
    : placesFor(lines, line).some(({ planItemId }) => planItemId === beforeId);
}

/** The course of a line whose plan this actor may write; refuses every other. */
export async function courseOfLine(tx: Tx, { actor }: By, planItemId: number): Promise<number> {
  const [course] = await tx.db.select<{ id: number; classId: number; teacherId: number | null }>(
    `SELECT c.id, c.class_id AS "classId", c.teacher_id AS "teacherId"
       FROM plan_item p JOIN course c ON c.id = p.course_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE p.id = :planItemId`,
    { planItemId },
    tx,
  );
  if (!course) {
    throw new Refusal('not-found');
  }
  if (!can(actor, 'plan.write', course)) {
    throw new Refusal('not-allowed');
  }
  return course.id;
}

function lineOf(lines: readonly PlanLine[], planItemId: number): PlanLine {
  const line = lines.find((one) => one.planItemId === planItemId);
  if (!line) {
    throw new Refusal('not-found');
  }
  return line;
}

/** New numbers of the lines a move touches: they share the numbers that they have had. */
function renumbered(
  lines: readonly PlanLine[],
  line: PlanLine,
  beforeId: number | null,
): Map<number, number> {
  const others = lines.filter((one) => one !== line);
  const before = others.findIndex(({ planItemId }) => planItemId === beforeId);
  const at = before === -1 ? others.length : before;
  const order = [...others.slice(0, at), line, ...others.slice(at)];
  return new Map(
    order.flatMap(({ planItemId, number }, index) => {
      const fresh = lines[index]?.number ?? number;
      return fresh === number ? [] : [[planItemId, fresh] as const];
    }),
  );
}

/** Gives lines of a course new numbers, by id. */
export async function renumber(
  tx: Tx,
  courseId: number,
  lines: readonly PlanLine[],
  numbers: ReadonlyMap<number, number>,
): Promise<void> {
  if (numbers.size === 0) {
    return;
  }
  // A number is one line's only, at every moment: all of them step aside first.
  const ids = [...numbers.keys()];
  await tx.run('UPDATE plan_item SET number = -id WHERE id IN (:ids)', { ids });
  const rows = ids.map((id) => [id, courseId, numbers.get(id), lineOf(lines, id).topic]);
  await updateRows(tx, 'plan_item', ['id', 'course_id', 'number', 'topic'], ['number'], rows);
}
