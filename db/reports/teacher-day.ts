import { timeOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import { readTaughtLessons, type TaughtLesson } from './taught-lessons.ts';

/** One of a teacher's lessons, own or taken over, with what is filled in. */
export type DayLesson = TaughtLesson & {
  /** `mine`; `taken` over from a colleague; `given` to a colleague, the course is still mine. */
  turn: 'mine' | 'taken' | 'given';
};

/** A teacher's lessons of a day in order; none on days off and outside terms. One query. */
export function readTeacherDay(
  db: Db,
  { teacherId, date }: { teacherId: number; date: string },
  tx?: Tx,
): Promise<DayLesson[]> {
  return readTeacherDays(db, { teacherId, from: date, to: date }, tx);
}

/** The same for all days from one to another. One query. */
export async function readTeacherDays(
  db: Db,
  { teacherId, from, to }: { teacherId: number; from: string; to: string },
  tx?: Tx,
): Promise<DayLesson[]> {
  const lessons = await readTaughtLessons(db, { teacherId, from, to }, tx);
  return lessons.map((lesson) => ({ ...lesson, turn: turnOf(teacherId, lesson) }));
}

function turnOf(me: number, { ownerId, substituteId }: TaughtLesson): DayLesson['turn'] {
  if (substituteId === null || substituteId === ownerId) {
    return 'mine';
  }
  return substituteId === me ? 'taken' : 'given';
}

/** The lesson that runs now, or the one that began last; null before the first bell of the day. */
export function newestBegun(db: Db, lessons: readonly DayLesson[], tx?: Tx): DayLesson | null {
  const today = tx?.today ?? db.today();
  const time = timeOf(tx?.now ?? db.now(), db.timezone);
  const begun = lessons.filter(
    ({ date, startsAt, turn, change }) =>
      turn !== 'given' &&
      change === null &&
      (date < today || (date === today && (startsAt ?? '') <= time)),
  );
  return begun.at(-1) ?? null;
}
