/** A line of a course's plan and what became of it; `given` counts the lessons that took it. */
export type PlanLine = {
  planItemId: number;
  number: number;
  topic: string;
  hours: number;
  controlWorks: number;
  plannedOn: string | null;
  correction: 'merged' | 'cut' | 'moved' | null;
  correctionReason: string | null;
  given: number;
};

/** Lessons the timetable has for a course: those of past days, and those of the whole year. */
export type LessonCount = { held: number; all: number };

/** Plan against fact, in hours; `due` is what should have been given by the end of yesterday. */
export type PlanProgress = { hours: number; due: number; given: number; behind: number };

/** Merged lines are given with the one before, cut ones not at all: no lesson is proposed either. */
export function isSkipped({ correction }: Pick<PlanLine, 'correction'>): boolean {
  return correction === 'merged' || correction === 'cut';
}

/** Whether as many lessons have taken a line as it has hours. */
export function isUsedUp({ given, hours }: Pick<PlanLine, 'given' | 'hours'>): boolean {
  return given >= Math.max(hours, 1);
}

/** Whether a line may still be corrected: no lesson has taken it, no correction has ended it. */
export function isCorrectable(line: PlanLine): boolean {
  return line.given === 0 && !isSkipped(line);
}

/** The merged lines that are given together with this one; `lines` in the order of the plan. */
export function mergedInto(lines: readonly PlanLine[], head: PlanLine): PlanLine[] {
  const after = lines.slice(lines.indexOf(head) + 1);
  const next = after.findIndex((line) => !isSkipped(line));
  const tail = next === -1 ? after : after.slice(0, next);
  return tail.filter(({ correction }) => correction === 'merged');
}

/**
 * Compares a plan with its lessons; `lines` in the order of the plan. The first hour of a line is due
 * after its planned day, the others by and by until the next planned day; a line without a day goes
 * with the line before. A plan without any days is due by the share of the timetable's lessons that
 * is over. Cut hours are owed no more, merged ones come with their line.
 */
export function planProgress(
  lines: readonly PlanLine[],
  { today, lessons }: { today: string; lessons: LessonCount },
): PlanProgress {
  const owed = lines.filter(({ correction }) => correction !== 'cut');
  const hours = sumOf(owed);
  const given = lines
    .filter((line) => !isSkipped(line))
    .reduce((sum, line) => {
      const merged = isUsedUp(line) ? sumOf(mergedInto(lines, line)) : 0;
      return sum + Math.min(line.given, line.hours) + merged;
    }, 0);
  const due = dueByDates(owed, today) ?? dueByLessons(hours, lessons);
  return { hours, due, given, behind: Math.max(0, due - given) };
}

function dueByDates(lines: readonly PlanLine[], today: string): number | null {
  const first = lines.find(({ plannedOn }) => plannedOn !== null)?.plannedOn ?? null;
  if (first === null) {
    return null;
  }
  const spans: { from: string; hours: number }[] = [{ from: first, hours: 0 }];
  for (const { plannedOn, hours } of lines) {
    const last = spans.at(-1);
    if (last && (plannedOn === null || plannedOn === last.from)) {
      last.hours += hours;
    } else {
      spans.push({ from: plannedOn ?? first, hours });
    }
  }
  return spans
    .map(({ from, hours }, index) => dueWithin(hours, from, spans[index + 1]?.from ?? from, today))
    .reduce((sum, hours) => sum + hours, 0);
}

/** How many of the hours planned from a day on, until the next planned one, are due before today. */
function dueWithin(hours: number, from: string, until: string, today: string): number {
  if (today <= from || hours === 0) {
    return 0;
  }
  if (until < today) {
    return hours;
  }
  const share = (daysTo(today) - 1 - daysTo(from)) / (daysTo(until) - daysTo(from));
  return 1 + Math.floor((hours - 1) * share);
}

function daysTo(day: string): number {
  return Date.parse(day) / 86_400_000;
}

function dueByLessons(hours: number, { held, all }: LessonCount): number {
  return all === 0 ? 0 : Math.floor((hours * held) / all);
}

function sumOf(lines: readonly PlanLine[]): number {
  return lines.reduce((sum, { hours }) => sum + hours, 0);
}
