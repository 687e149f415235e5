import { addDays } from '../days.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import type { DemoPupil } from './families.ts';
import type { Random } from './random.ts';

/** What keeps a pupil from the lessons of one day, by lesson number; null is none. */
export type Away = (pupil: DemoPupil, number: number) => AbsenceCode | null;

type Day = { whole: AbsenceCode | null; lesson: number; code: AbsenceCode };

const FALLS_ILL = 0.007;
const DAYS_ILL = [2, 6] as const;
const EXCUSED = 0.005;
const STAYS_AWAY = 0.003;
const MISSES_ONE = 0.008;
const COMES_LATE = 0.012;

/** Draws the attendance of a school, day after day: illness lasts for days. */
export function createAttendance(
  random: Random,
): (pupils: readonly DemoPupil[], date: string) => Away {
  const illUntil = new Map<string, string>();
  const wholeDay = (key: string, date: string): AbsenceCode | null => {
    if ((illUntil.get(key) ?? '') >= date) {
      return 'ill';
    }
    if (random.chance(FALLS_ILL)) {
      illUntil.set(key, addDays(date, random.whole(...DAYS_ILL)));
      return 'ill';
    }
    if (random.chance(EXCUSED)) {
      return 'excused';
    }
    return random.chance(STAYS_AWAY) ? 'absent' : null;
  };
  return (pupils, date) => {
    const days = new Map<string, Day>();
    for (const { key } of pupils) {
      const late = random.chance(COMES_LATE);
      const misses = random.chance(MISSES_ONE) ? random.whole(2, 6) : 0;
      days.set(key, {
        whole: wholeDay(key, date),
        lesson: late ? 1 : misses,
        code: late ? 'late' : 'absent',
      });
    }
    return ({ key }, number) => {
      const day = days.get(key);
      if (!day) {
        return null;
      }
      return day.whole ?? (day.lesson === number ? day.code : null);
    };
  };
}
