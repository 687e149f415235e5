import type { PlanLine } from './plan-progress.ts';

/** A stretch of the year: its days, and the timetable's lessons before it, to its end, of the year. */
export type PlanStretch = {
  from: string;
  until: string;
  lessons: { before: number; byEnd: number; all: number };
};

/**
 * The lines of a plan that belong to a stretch of the year, cut and merged ones too: by their planned
 * day (one without goes with the line before; those before the first day belong nowhere), or in a plan without days by the share of the
 * timetable's lessons. `lines` in the order of the plan.
 */
export function linesWithin<Line extends Pick<PlanLine, 'hours' | 'plannedOn'>>(
  lines: readonly Line[],
  { from, until, lessons }: PlanStretch,
): Line[] {
  if (lines.every(({ plannedOn }) => plannedOn === null)) {
    return linesByShare(lines, lessons);
  }
  let day: string | null = null;
  return lines.filter(({ plannedOn }) => {
    day = plannedOn ?? day;
    return day !== null && from <= day && day <= until;
  });
}

function linesByShare<Line extends Pick<PlanLine, 'hours'>>(
  lines: readonly Line[],
  { before, byEnd, all }: PlanStretch['lessons'],
): Line[] {
  const hours = lines.reduce((sum, line) => sum + line.hours, 0);
  const share = (count: number) => (all === 0 ? 0 : Math.floor((hours * count) / all));
  let begins = 0;
  return lines.filter((line) => {
    const first = begins;
    begins += line.hours;
    return share(before) <= first && first < share(byEnd);
  });
}
