/** A backup as rotation sees it: its file, when it was made, and the school's day of that. */
export type KeptBackup = { file: string; madeAt: Date; day: string };

const KEPT = { days: 7, weeks: 4, months: 12 };
// Two of one day, before and after an import say, are both wanted while that day is fresh.
const FRESH_MS = 24 * 3_600_000;
const DAY_MS = 86_400_000;

/**
 * The files that are not kept any more: of each of the last 7 days, 4 weeks and 12 months that have
 * a backup at all the newest one stays, and whatever is younger than a day. Counted are days that
 * have one, so that a long pause removes nothing.
 */
export function rotatedOut(backups: readonly KeptBackup[], now: Date): string[] {
  const newestFirst = backups.toSorted((a, b) => b.madeAt.getTime() - a.madeAt.getTime());
  const kept = new Set<string>([
    ...newestOfEach(newestFirst, KEPT.days, ({ day }) => day),
    ...newestOfEach(newestFirst, KEPT.weeks, ({ day }) => mondayOf(day)),
    ...newestOfEach(newestFirst, KEPT.months, ({ day }) => day.slice(0, 7)),
    ...newestFirst.filter(({ madeAt }) => now.getTime() - madeAt.getTime() < FRESH_MS).map(fileOf),
  ]);
  return newestFirst.map(fileOf).filter((file) => !kept.has(file));
}

function newestOfEach(
  newestFirst: readonly KeptBackup[],
  count: number,
  periodOf: (backup: KeptBackup) => string,
): string[] {
  const newest = new Map<string, string>();
  for (const backup of newestFirst) {
    const period = periodOf(backup);
    if (!newest.has(period)) {
      newest.set(period, backup.file);
    }
  }
  return [...newest.values()].slice(0, count);
}

function mondayOf(day: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  const sinceMonday = (at.getUTCDay() + 6) % 7;
  return new Date(at.getTime() - sinceMonday * DAY_MS).toISOString().slice(0, 10);
}

function fileOf({ file }: KeptBackup): string {
  return file;
}
