import { type WeighedMark, weightedMean } from './averages.ts';
import type { Settings } from './settings.ts';

/** A mark of one pupil in one course; days as 'YYYY-MM-DD'. */
export type DatedMark = WeighedMark & { date: string };

/** What the class teacher is warned of. A pupil is only ever compared with themself. */
export type Signal =
  /** The mean of the term fell. */
  | { kind: 'drop'; before: number; now: number }
  /** The newest marks are all below the own mean. */
  | { kind: 'row'; values: number[]; mean: number }
  /** Lessons missed, late arrivals not counted, and on how many days. */
  | { kind: 'absences'; lessons: number; days: number };

export type SignalRules = {
  /** How far a mean has to fall, and how many marks must stand on either side. */
  drop: number;
  older: number;
  newer: number;
  /** How many marks in a row below the mean. */
  row: number;
  /** How many lessons missed. */
  absences: number;
};

/** The thresholds a school has set. */
export function signalRules(settings: Settings): SignalRules {
  return {
    drop: settings['signal.drop'],
    older: settings['signal.older_marks'],
    newer: settings['signal.newer_marks'],
    row: settings['signal.row'],
    absences: settings['signal.absences'],
  };
}

/**
 * The signals of one pupil's marks of a term in one course, given in order of time. `since` is the
 * first day that counts as new: what has not changed since then warns of nothing.
 */
export function markSignals(
  marks: readonly DatedMark[],
  since: string,
  rules: SignalRules,
): Signal[] {
  const given = marks.filter(({ value }) => value !== null);
  return [...dropOf(given, since, rules), ...rowOf(given, since, rules)];
}

/** The signal of a pupil's missed lessons within the days that are looked at; null below it. */
export function absenceSignal(missed: readonly string[], rules: SignalRules): Signal | null {
  return missed.length >= rules.absences
    ? { kind: 'absences', lessons: missed.length, days: new Set(missed).size }
    : null;
}

function dropOf(marks: readonly DatedMark[], since: string, rules: SignalRules): Signal[] {
  const older = marks.filter(({ date }) => date < since);
  const newer = marks.length - older.length;
  const [before, now] = [weightedMean(older), weightedMean(marks)];
  const enough = older.length >= rules.older && newer >= rules.newer;
  if (!enough || before === null || now === null) {
    return [];
  }
  // Means have two digits; their binary difference may lie a hair below the threshold.
  return before - now + 1e-9 >= rules.drop ? [{ kind: 'drop', before, now }] : [];
}

function rowOf(marks: readonly DatedMark[], since: string, rules: SignalRules): Signal[] {
  const mean = weightedMean(marks);
  const last = marks.slice(-rules.row);
  const values = last.flatMap(({ value }) => (value === null ? [] : [value]));
  const newest = last.at(-1);
  if (mean === null || newest === undefined || newest.date < since || values.length < rules.row) {
    return [];
  }
  return values.every((value) => value < mean) ? [{ kind: 'row', values, mean }] : [];
}
