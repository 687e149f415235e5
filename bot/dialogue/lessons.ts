import { addDays, mondayOf, timeOf } from '../../db/days.ts';
import { newestBegun, readTeacherDays } from '../../db/reports/teacher-day.ts';
import { readTeachingDays } from '../../db/reports/teaching-days.ts';
import { isUnfilled } from '../../db/rules/unfilled.ts';
import { dayScreen } from '../views/lessons.ts';
import { teachingWeekScreen } from '../views/teaching-week.ts';
import { actorOf, penOf } from './actor.ts';
import { type PressTable, readDay } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

// What is older is the deputy head's to remind of.
const UNFILLED_DAYS = 7;

/** /lesson: today's lessons, the running one first, and what was left unfilled on the days before. */
export async function showLessons(turn: TextTurn): Promise<Answer> {
  return say(await readScreen(turn, turn.db.today()));
}

export const lessonsPresses: PressTable = {
  day1: async (turn, [day]) => {
    const date = readDay(day);
    return date === null
      ? { replies: [], toast: turn.texts.common.buttonOutdated }
      : redraw(turn, await readScreen(turn, date));
  },
  tweek1: async (turn, [day]) => {
    const date = readDay(day);
    return date === null
      ? { replies: [], toast: turn.texts.common.buttonOutdated }
      : redraw(turn, await readWeek(turn, mondayOf(date)));
  },
};

async function readScreen(turn: Turn, date: string): Promise<Screen> {
  const { db, texts } = turn;
  const teacherId = actorOf(turn).personId;
  const today = db.today();
  const from = date === today ? addDays(today, -UNFILLED_DAYS) : date;
  const read = await readTeacherDays(db, { teacherId, from, to: date });
  const lessons = read.filter((lesson) => lesson.date === date);
  const days = await readTeachingDays(db, teacherId);
  const previous = days.nearest(date, -1);
  const next = days.nearest(date, 1);
  if (lessons.length === 0 && previous === null && next === null) {
    return { text: texts.teacher.noLessonsAtAll };
  }
  const newest = newestBegun(db, lessons);
  const time = timeOf(db.now(), db.timezone);
  const running = newest !== null && date === today && time <= (newest.endsAt ?? '');
  // Of a past day nothing runs and nothing is newer: the timetable's order says enough.
  const first = date === today ? newest : null;
  const now = { day: today, time };
  const unfilled = read
    .filter((lesson) => lesson.date < date && lesson.turn !== 'given' && isUnfilled(lesson, now))
    .reverse();
  const day = { date, today, lessons, newest: first, running, unfilled, previous, next };
  return dayScreen(day, penOf(turn));
}

async function readWeek(turn: Turn, monday: string): Promise<Screen> {
  const { db } = turn;
  const teacherId = actorOf(turn).personId;
  const sunday = addDays(monday, 6);
  const lessons = await readTeacherDays(db, { teacherId, from: monday, to: sunday });
  const days = await readTeachingDays(db, teacherId);
  const earlier = days.nearest(monday, -1);
  const later = days.nearest(sunday, 1);
  const week = {
    monday,
    lessons,
    now: { day: db.today(), time: timeOf(db.now(), db.timezone) },
    earlier: earlier && mondayOf(earlier),
    later: later && mondayOf(later),
  };
  return teachingWeekScreen(week, turn.texts);
}
