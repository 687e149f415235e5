import type { Db, Tx } from '../../open.ts';
import type { RosterPupil } from '../roster.ts';
import type { TeacherName } from '../teacher-name.ts';
import { type Away, NOTHING_AWAY, readAway, sumAway } from './away.ts';
import type { Empty } from './empty.ts';
import type { Period } from './period.ts';
import { type ResultClass, readResults } from './results.ts';

/** Attendance of a class by pupil, or (no class) of the school by class. */
export type AttendanceReport = {
  kind: 'attendance';
  period: Period;
  className: string | null;
  teacher: TeacherName | null;
  /** Of a class: its pupils. */
  pupils: { pupil: RosterPupil; away: Away }[];
  /** Of the school: its classes. */
  classes: { className: string; pupils: number; away: Away }[];
  total: Away;
  /** Lessons missed: a line a pupil or class, a column a day with lessons. */
  days: string[];
  missed: number[][];
};

/** Reads attendance of a class (id) or the school (null). Seven queries. For who may read it. */
export async function readAttendanceReport(
  db: Db,
  period: Period,
  classId: number | null,
  tx?: Tx,
): Promise<AttendanceReport | Empty> {
  const classes = await readResults(db, period, classId === null ? null : { classId }, tx);
  if (!classes.some(({ pupils }) => pupils.length > 0)) {
    return { kind: 'empty', why: 'no-pupils' };
  }
  const away = await readAway(
    db,
    period,
    classes.map((klass) => klass.classId),
    tx,
  );
  const days = [...new Set([...away.values()].flatMap((one) => one.days))].sort();
  if (days.length === 0) {
    return { kind: 'empty', why: 'no-lessons' };
  }
  const awayOf = (klass: ResultClass, { pupilId }: RosterPupil) =>
    away.get(klass.classId)?.byPupil.get(pupilId) ?? NOTHING_AWAY;
  const missedOn = (klass: ResultClass, { pupilId }: RosterPupil, day: string) =>
    away.get(klass.classId)?.on(pupilId, day) ?? 0;
  const byClass = classes.map((klass) => ({
    className: klass.className,
    pupils: klass.pupils.length,
    away: sumAway(klass.pupils.map((pupil) => awayOf(klass, pupil))),
  }));
  const [only] = classId === null ? [] : classes;
  return {
    kind: 'attendance',
    period,
    className: only?.className ?? null,
    teacher: only?.teacher ?? null,
    pupils: only ? only.pupils.map((pupil) => ({ pupil, away: awayOf(only, pupil) })) : [],
    classes: only ? [] : byClass,
    total: sumAway(byClass.map((one) => one.away)),
    days,
    missed: only
      ? only.pupils.map((pupil) => days.map((day) => missedOn(only, pupil, day)))
      : classes.map((klass) =>
          days.map((day) =>
            klass.pupils.reduce((sum, pupil) => sum + missedOn(klass, pupil, day), 0),
          ),
        ),
  };
}
