import { addDays, weekdayOf } from '../../db/days.ts';
import type { DayLesson } from '../../db/reports/teacher-day.ts';
import { dayPress, lessonPress } from '../dialogue/lesson-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { clock } from './lesson-title.ts';

export type Day = {
  date: string;
  today: string;
  lessons: readonly DayLesson[];
  /** The lesson that runs now or began last, shown first. */
  newest: DayLesson | null;
  running: boolean;
  previous: string | null;
  next: string | null;
};

/** A teacher's lessons of a day: each a button, with what is filled in and what isn't. */
export function dayScreen(day: Day, texts: Texts): Screen {
  const { school, teacher } = texts;
  const { date, today, newest } = day;
  const lessons = newest ? [newest, ...day.lessons.filter((l) => l !== newest)] : day.lessons;
  const future = date > today;
  const lines = [bold(teacher.dayTitle(school.weekday(weekdayOf(date)), school.date(date)))];
  if (lessons.length === 0) {
    lines.push(escapeHtml(teacher.noLessons));
  }
  for (const lesson of lessons) {
    lines.push('', lessonLine(lesson, day, texts));
    if (!future) {
      lines.push(escapeHtml(filledLine(lesson, texts)));
    }
  }
  if (future && lessons.length > 0) {
    lines.push('', escapeHtml(teacher.futureDay));
  }
  const open: Button[][] = future
    ? []
    : lessons.map((lesson) => [
        { text: `${lesson.number}. ${shortTitle(lesson)}`, press: lessonPress(lesson) },
      ]);
  return { text: lines.join('\n'), buttons: [...open, arrows(day, texts)].filter((r) => r.length) };
}

function lessonLine(lesson: DayLesson, { newest, running }: Day, { teacher }: Texts): string {
  const { number, startsAt, endsAt } = lesson;
  const time = startsAt && endsAt ? `, ${clock(startsAt)}–${clock(endsAt)}` : '';
  const begun = running ? teacher.running : teacher.newest;
  const notes = [
    lesson === newest ? begun : '',
    lesson.turn === 'taken' ? teacher.takenOver : '',
    lesson.turn === 'given' ? teacher.givenAway : '',
  ].filter((note) => note !== '');
  const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `${number}. ${bold(shortTitle(lesson))}${escapeHtml(time + note)}`;
}

function filledLine({ topicFilled, rollCalled, marks }: DayLesson, texts: Texts): string {
  const { school, teacher } = texts;
  const parts = [teacher.topicFilled(topicFilled), teacher.rollFilled(rollCalled)];
  return [...parts, ...(marks > 0 ? [school.markCount(marks)] : [])].join(' · ');
}

function shortTitle({ className, subject, groupName }: DayLesson): string {
  return [className, subject, groupName].filter((part) => part !== '').join(' ');
}

function arrows({ date, today, previous, next }: Day, { school, teacher }: Texts): Button[] {
  const named = (day: string) =>
    [school.shortWeekday(weekdayOf(day)), school.shortDate(day)] as const;
  const row: Button[] = [];
  if (previous) {
    row.push({ text: teacher.earlier(...named(previous)), press: dayPress(previous) });
  }
  if (date !== today && next !== today && previous !== today) {
    row.push({ text: teacher.today, press: dayPress(today) });
  }
  if (next && next <= addDays(today, 7)) {
    row.push({ text: teacher.later(...named(next)), press: dayPress(next) });
  }
  return row;
}
