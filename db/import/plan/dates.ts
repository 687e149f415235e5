import { addDays } from '../../days.ts';
import type { ProblemData, ProblemKey } from '../problem.ts';
import type { Draft } from './draft.ts';
import { fieldsOf } from './item.ts';

type Span = { startsOn?: string | null | undefined; endsOn?: string | null | undefined };

/** Whether days of a row are in order and within the year; tells what is not. */
export function checkDays(
  draft: Draft,
  { startsOn, endsOn }: Span,
  tell: (column: 'startsOn' | 'endsOn', problem: ProblemKey, data?: ProblemData) => void,
): boolean {
  const { startsOn: from, endsOn: to } = fieldsOf(draft.year);
  const outside = (day: string | null | undefined) => !!day && (day < from || day > to);
  let right = true;
  const refuse = (column: 'startsOn' | 'endsOn', problem: ProblemKey, data: ProblemData) => {
    tell(column, problem, data);
    right = false;
  };
  if (outside(startsOn)) {
    refuse('startsOn', 'outside-year', { from, to });
  }
  if (outside(endsOn)) {
    refuse('endsOn', 'outside-year', { from, to });
  }
  if (right && startsOn && endsOn && endsOn < startsOn) {
    refuse('endsOn', 'ends-before-start', {});
  }
  return right;
}

/**
 * The day from which something without a first day of its own is in force: the first of the year, or
 * today if something `wentBefore`, as what has been is not rewritten. What is over begins with the
 * year in any case.
 */
export function firstDay(
  { year, today }: Draft,
  wentBefore: boolean,
  until: string | null | undefined,
): string {
  const { startsOn, endsOn } = fieldsOf(year);
  const running = today > startsOn && today <= endsOn;
  return wentBefore && running && (!until || until >= today) ? today : startsOn;
}

export function dayBefore(day: string): string {
  return addDays(day, -1);
}
