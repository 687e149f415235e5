import { addDays } from '../days.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { termToDecide } from '../rules/term-to-decide.ts';

// The autumn and winter holidays are shorter: marks of the term before are decided in them.
const DUE_DAYS = 14;

/** The term whose marks are due on a day, of one grade's terms in order of time. */
export function dueTerm<Term extends TermSpan>(terms: readonly Term[], today: string): Term | null {
  return termToDecide(terms, { today, since: addDays(today, -DUE_DAYS) });
}
