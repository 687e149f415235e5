/** What a process has done since it began. Kept in memory: a scraper does the remembering. */
export type Reading = {
  /** Attempts to send a message, by how they ended: `sent`, or why it did not arrive. */
  sends: ReadonlyMap<string, number>;
  answers: {
    count: number;
    /** Answers that ended in an error of ours. */
    failed: number;
    /** Time spent on all of them, in seconds. */
    seconds: number;
    /** How many took no longer than each bound of ANSWER_BOUNDS. */
    within: readonly number[];
  };
  /** Seconds since the messenger last gave what it had, or since the beginning. */
  silence: number;
  /** Why the messenger will have no more of us; null while it does. */
  refusal: 'unauthorised' | 'conflict' | null;
};

/** Counts what the bot does. Made once by whoever starts it, and handed to whoever counts or reads. */
export type Meter = {
  sent: (result: string) => void;
  answered: (seconds: number) => void;
  failed: () => void;
  fetched: () => void;
  refused: (reason: 'unauthorised' | 'conflict') => void;
  read: () => Reading;
};

/** Bounds of the histogram of answers, in seconds: a person notices from a tenth on. */
export const ANSWER_BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10] as const;

/** `elapsed` is a clock in milliseconds that nobody can set, as `performance.now`. */
export function createMeter(elapsed: () => number): Meter {
  const sends = new Map<string, number>();
  const within: number[] = ANSWER_BOUNDS.map(() => 0);
  const answers = { count: 0, failed: 0, seconds: 0, within };
  let refusal: Reading['refusal'] = null;
  let heardAt = elapsed();
  return {
    sent: (result) => {
      sends.set(result, (sends.get(result) ?? 0) + 1);
    },
    answered: (seconds) => {
      answers.count += 1;
      answers.seconds += seconds;
      for (const [index, bound] of ANSWER_BOUNDS.entries()) {
        within[index] = (within[index] ?? 0) + (seconds <= bound ? 1 : 0);
      }
    },
    failed: () => {
      answers.failed += 1;
    },
    fetched: () => {
      heardAt = elapsed();
    },
    refused: (reason) => {
      refusal = reason;
    },
    read: () => ({ sends, answers, silence: (elapsed() - heardAt) / 1000, refusal }),
  };
}
