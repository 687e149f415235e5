import { type LessonCount, type PlanLine, planProgress } from '../plan-progress.ts';

/**
 * The lines of a plan that the journal can tell of: a school whose journal begins in the middle of a
 * year, or of a line, has given what comes before without it. All where no lesson took any.
 */
export function sinceJournal<Line extends { given: number }>(lines: readonly Line[]): Line[] {
  const first = lines.findIndex(({ given }) => given > 0);
  return lines.slice(first > 0 ? first + 1 : 0);
}

/**
 * Hours a course owes of its plan. Where no line has a day the plan is spread evenly over the year's
 * lessons, whatever its hours: then nobody owes more than there were lessons to give it in.
 */
export function hoursBehind(
  lines: readonly PlanLine[],
  of: { today: string; lessons: LessonCount },
): number {
  const kept = sinceJournal(lines);
  const dated = kept.some(({ plannedOn }) => plannedOn !== null);
  const { behind, given } = planProgress(kept, of);
  return dated ? behind : Math.min(behind, Math.max(0, of.lessons.held - given));
}

/** Whether a course is so many hours of its plan behind, or more. */
export function isPlanBehind({ behind }: { behind: number }, hours: number): boolean {
  return behind >= hours;
}
