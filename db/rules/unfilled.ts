/** A lesson as the daily duty sees it (regulation 3.2.2): topic and roll are to be filled in. */
export type Duty = {
  date: string;
  /** Clock time ('HH:MM'); null where no bells are known. */
  endsAt: string | null;
  /** Cancelled, or moved elsewhere. */
  change: object | null;
  /** Its term is open: it can still be filled in. */
  open: boolean;
  topicFilled: boolean;
  rollCalled: boolean;
};

/** Whether a lesson is over by this moment of the school's clock. */
export function isOver(
  { date, endsAt }: Pick<Duty, 'date' | 'endsAt'>,
  now: { day: string; time: string },
): boolean {
  return date < now.day || (date === now.day && (endsAt ?? '') <= now.time);
}

/** Whether a lesson is over by this moment of the school's clock and not filled in. */
export function isUnfilled(lesson: Duty, now: { day: string; time: string }): boolean {
  const { change, open, topicFilled, rollCalled } = lesson;
  return isOver(lesson, now) && open && change === null && !(topicFilled && rollCalled);
}
