import { addDays } from '../../db/days.ts';
import { groupBy } from '../../db/group-by.ts';
import type { DayLesson } from '../../db/reports/teacher-day.ts';
import { isUnfilled } from '../../db/rules/unfilled.ts';
import { dayPress, teachingWeekPress } from '../dialogue/lesson-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { dayName } from './lesson-title.ts';
import { rowsOf } from './rows.ts';

export type TeachingWeek = {
  monday: string;
  lessons: readonly DayLesson[];
  now: { day: string; time: string };
  /** Mondays the arrows lead to. */
  earlier: string | null;
  later: string | null;
};

const DAYS_A_ROW = 3;

/** A teacher's week: each day's lessons counted, with what isn't filled in; a day opens by a tap. */
export function teachingWeekScreen(week: TeachingWeek, texts: Texts): Screen {
  const { school, teacher, timetable } = texts;
  const { monday, lessons, now } = week;
  const days = [...groupBy(lessons, ({ date }) => date)].map(([date, all]) => {
    const own = all.filter(({ turn, change }) => turn !== 'given' && change === null);
    return { date, count: own.length, unfilled: own.filter((l) => isUnfilled(l, now)).length };
  });
  const lines = days.map(({ date, count, unfilled }) =>
    timetable.weekDay(dayName(date, texts), count, unfilled),
  );
  const sunday = addDays(monday, 6);
  const title = timetable.weekTitle(school.shortDate(monday), school.shortDate(sunday));
  const buttons = days.map(({ date, unfilled }) => {
    const name = dayName(date, texts);
    return { text: unfilled > 0 ? timetable.hasUnfilled(name) : name, press: dayPress(date) };
  });
  const arrows: Button[] = [];
  if (week.earlier) {
    arrows.push({ text: timetable.weekEarlier, press: teachingWeekPress(week.earlier) });
  }
  arrows.push({ text: teacher.today, press: dayPress(now.day) });
  if (week.later) {
    arrows.push({ text: timetable.weekLater, press: teachingWeekPress(week.later) });
  }
  return {
    text: [
      bold(title),
      '',
      ...(days.length > 0 ? lines : [timetable.weekEmpty]).map(escapeHtml),
    ].join('\n'),
    buttons: [...rowsOf(buttons, DAYS_A_ROW), arrows],
  };
}
