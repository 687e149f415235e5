import type { TermSpan } from './calendar.ts';

/**
 * The term whose marks are due: the one that ended last, if that was not before `since` and it is
 * still open; else the running one; in later holidays the last that began. Null before the first.
 * `terms` are one grade's, in order of time.
 */
export function termToDecide<Term extends TermSpan>(
  terms: readonly Term[],
  { today, since }: { today: string; since: string },
): Term | null {
  const ended = terms.filter(({ endsOn }) => since <= endsOn && endsOn < today).at(-1);
  if (ended?.state === 'open') {
    return ended;
  }
  return terms.filter(({ startsOn }) => startsOn <= today).at(-1) ?? null;
}
