import { addDays, mondayOf, weekdayOf } from '../../db/days.ts';
import type { TaughtLesson } from '../../db/reports/taught-lessons.ts';
import type { DayLesson } from '../../db/reports/teacher-day.ts';
import { dayPress, lessonPress, teachingWeekPress } from '../dialogue/lesson-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { colleague, displaced } from './displaced.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { clock, dayName } from './lesson-title.ts';

export type Day = {
  date: string;
  today: string;
  lessons: readonly DayLesson[];
  /** The lesson that runs now or began last, shown first. */
  newest: DayLesson | null;
  running: boolean;
  /** Of earlier days, the newest first. */
  unfilled: readonly DayLesson[];
  previous: string | null;
  next: string | null;
};

// More of them would push today off the screen.
const UNFILLED_SHOWN = 4;

/** A teacher's lessons of a day: each a button, with what is filled in and what isn't. */
export function dayScreen(day: Day, pen: Pen): Screen {
  const { texts } = pen;
  const { school, teacher, timetable } = texts;
  const { date, today, newest } = day;
  const lessons = newest ? [newest, ...day.lessons.filter((l) => l !== newest)] : day.lessons;
  const future = date > today;
  const lines = [bold(teacher.dayTitle(school.weekday(weekdayOf(date)), school.date(date)))];
  if (lessons.length === 0) {
    lines.push(escapeHtml(teacher.noLessons));
  }
  for (const lesson of lessons) {
    lines.push('', lessonLine(lesson, day, pen));
    if (!future && lesson.change === null) {
      lines.push(escapeHtml(filledLine(lesson, texts)));
    }
  }
  if (future && lessons.length > 0) {
    lines.push('', escapeHtml(teacher.futureDay));
  }
  const unfilled = day.unfilled.slice(0, UNFILLED_SHOWN);
  if (unfilled.length > 0) {
    const { length } = day.unfilled;
    const more = length > unfilled.length ? ` ${timetable.unfilledMore(unfilled.length)}` : '';
    lines.push('', escapeHtml(timetable.unfilled(length) + more));
  }
  const open: Button[][] = future
    ? []
    : lessons
        .filter(({ change }) => change === null)
        .map((lesson) => [{ text: numbered(lesson), press: lessonPress(lesson) }]);
  const late = unfilled.map((lesson) => [unfilledButton(lesson, texts)]);
  const buttons = [...open, ...late, arrows(day, texts)];
  return { text: lines.join('\n'), buttons };
}

/** A button that opens a lesson of another day to be filled in. */
export function unfilledButton(lesson: TaughtLesson, texts: Texts): Button {
  const name = texts.timetable.unfilledLesson(dayName(lesson.date, texts), numbered(lesson));
  return { text: name, press: lessonPress(lesson) };
}

function lessonLine(lesson: DayLesson, { newest, running }: Day, { texts, names }: Pen): string {
  const { teacher, timetable, school } = texts;
  const { number, startsAt, endsAt, turn, owner, substitute, change, movedFrom } = lesson;
  const time = startsAt && endsAt ? `, ${clock(startsAt)}–${clock(endsAt)}` : '';
  const begun = running ? teacher.running : teacher.newest;
  const notes = [
    lesson === newest ? begun : '',
    change ? displaced(change, texts) : '',
    movedFrom ? timetable.movedFrom(school.shortDate(movedFrom)) : '',
    turn === 'taken' ? timetable.takenOver(owner && colleague(owner, names)) : '',
    turn === 'given' ? timetable.givenAway(substitute && colleague(substitute, names)) : '',
  ].filter((note) => note !== '');
  const note = notes.length > 0 ? ` (${notes.join(', ')})` : '';
  return `${number}. ${bold(shortTitle(lesson))}${escapeHtml(time + note)}`;
}

function filledLine({ topicFilled, rollCalled, marks }: DayLesson, texts: Texts): string {
  const { school, teacher } = texts;
  const parts = [teacher.topicFilled(topicFilled), teacher.rollFilled(rollCalled)];
  return [...parts, ...(marks > 0 ? [school.markCount(marks)] : [])].join(' · ');
}

function numbered(lesson: TaughtLesson): string {
  return `${lesson.number}. ${shortTitle(lesson)}`;
}

function shortTitle({ className, subject, groupName }: TaughtLesson): string {
  return [className, subject, groupName].filter((part) => part !== '').join(' ');
}

function arrows({ date, today, previous, next }: Day, { school, teacher, timetable }: Texts) {
  const named = (day: string) =>
    [school.shortWeekday(weekdayOf(day)), school.shortDate(day)] as const;
  const row: Button[] = [];
  if (previous) {
    row.push({ text: teacher.earlier(...named(previous)), press: dayPress(previous) });
  }
  if (date !== today && next !== today && previous !== today) {
    row.push({ text: teacher.today, press: dayPress(today) });
  }
  row.push({ text: timetable.week, press: teachingWeekPress(mondayOf(date)) });
  if (next && next <= addDays(today, 7)) {
    row.push({ text: teacher.later(...named(next)), press: dayPress(next) });
  }
  return row;
}
