/** What a course's journal lacks when its term or year is to be closed. */
export type Lack = {
  /** Lessons that are over without a topic or without attendance. */
  unfilled: number;
  /** Pupils without a mark of the term or year. */
  undecided: number;
  /** Works owed, «точки». */
  owed: number;
};

/** How much is lacking in all. */
export function sumOf(lacks: readonly Lack[]): number {
  return lacks.reduce((sum, { unfilled, undecided, owed }) => sum + unfilled + undecided + owed, 0);
}

/** Why a term can't be closed on a day at all; null if it may be, from its last day on. */
export function closingRefusal(
  { state, endsOn }: { state: 'open' | 'closed'; endsOn: string },
  today: string,
): 'term-closed-already' | 'term-running' | null {
  if (state === 'closed') {
    return 'term-closed-already';
  }
  return today < endsOn ? 'term-running' : null;
}
