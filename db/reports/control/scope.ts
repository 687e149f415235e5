import { addDays } from '../../days.ts';
import type { Db } from '../../open.ts';
import type { TermSpan } from '../../rules/calendar.ts';
import { type ClassFacts, readOpenClasses } from '../class-facts.ts';
import { isSchoolDay, readSchoolDays } from '../school-days.ts';

/** A class with marks, its terms that the control looks at, and its days with lessons in them. */
export type ControlClass = ClassFacts & { terms: TermSpan[]; workingDays: string[] };

/** What the control looks at: classes of the open years, and the days of their terms in question. */
export type ControlScope = { classes: ControlClass[]; from: string; to: string };

// Grade 1 has no marks.
const LOWEST_GRADE = 2;
// A term closed on its last day is still looked at on the Sunday after it.
export const DAYS_AFTER_END = 14;

/**
 * The terms that have begun and are open, and closed ones for two weeks after their end. Null before
 * the first term. Two queries.
 */
export async function readControlScope(db: Db, today: string): Promise<ControlScope | null> {
  const all = (await readOpenClasses(db)).filter(({ grade }) => grade >= LOWEST_GRADE);
  const calendars = await readSchoolDays(db, all);
  const since = addDays(today, -DAYS_AFTER_END);
  const classes = all.flatMap((one) => {
    const days = calendars.get(one.classId);
    const terms = (days?.terms ?? []).filter(
      ({ startsOn, endsOn, state }) => startsOn <= today && (state === 'open' || endsOn >= since),
    );
    const [first] = terms;
    return days && first
      ? [{ ...one, terms, workingDays: daysOf(first.startsOn, today, (d) => isSchoolDay(days, d)) }]
      : [];
  });
  const terms = classes.flatMap((one) => one.terms);
  const from = terms.map(({ startsOn }) => startsOn).sort()[0];
  const to = terms
    .map(({ endsOn }) => endsOn)
    .sort()
    .at(-1);
  return from === undefined || to === undefined ? null : { classes, from, to };
}

function daysOf(from: string, to: string, fits: (day: string) => boolean): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (fits(day)) {
      days.push(day);
    }
  }
  return days;
}
