/** A pupil's family: what was given to it and what it does. Days as 'YYYY-MM-DD'. */
export type FamilyInterest = {
  /** A code was made for it. */
  invited: boolean;
  /** A parent has a chat with the journal. */
  linked: boolean;
  /** The last day a parent looked at the child; null if never. */
  lastView: string | null;
  /** A parent acknowledged the newest weekly summary. */
  acknowledged: boolean;
};

/** Families counted; one is counted once, however many parents it has. */
export type InterestCounts = {
  families: number;
  invited: number;
  linked: number;
  active7: number;
  active30: number;
  acknowledged: number;
};

/** `since7` and `since30` are the first days of the last 7 and 30; who is linked was invited. */
export function countInterest(
  families: readonly FamilyInterest[],
  { since7, since30 }: { since7: string; since30: string },
): InterestCounts {
  const count = (fits: (family: FamilyInterest) => boolean) => families.filter(fits).length;
  const lookedSince = (day: string) =>
    count(({ lastView }) => lastView !== null && lastView >= day);
  return {
    families: families.length,
    invited: count(({ invited, linked }) => invited || linked),
    linked: count(({ linked }) => linked),
    active7: lookedSince(since7),
    active30: lookedSince(since30),
    acknowledged: count(({ acknowledged }) => acknowledged),
  };
}

/** The Monday of the newest weekly summary, sent on a day of the week (1 is Monday). */
export function summaryMonday(
  { weekday, monday, lastMonday }: { weekday: number; monday: string; lastMonday: string },
  sentOn: number,
): string {
  return weekday >= sentOn ? monday : lastMonday;
}
