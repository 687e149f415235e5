import { timeOf } from '../../db/days.ts';
import { newestBegun, readTeacherDay } from '../../db/reports/teacher-day.ts';
import { readTeachingDays } from '../../db/reports/teaching-days.ts';
import { dayScreen } from '../views/lessons.ts';
import { actorOf } from './actor.ts';
import { type PressTable, readDay } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';

/** /lesson: today's lessons, the running one first. */
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
};

async function readScreen(turn: Turn, date: string): Promise<Screen> {
  const { db, texts } = turn;
  const teacherId = actorOf(turn).personId;
  const lessons = await readTeacherDay(db, { teacherId, date });
  const days = await readTeachingDays(db, teacherId);
  const previous = days.nearest(date, -1);
  const next = days.nearest(date, 1);
  if (lessons.length === 0 && previous === null && next === null) {
    return { text: texts.teacher.noLessonsAtAll };
  }
  const newest = newestBegun(db, lessons);
  const time = timeOf(db.now(), db.timezone);
  const today = db.today();
  const running = newest !== null && date === today && time <= (newest.endsAt ?? '');
  // Of a past day nothing runs and nothing is newer: the timetable's order says enough.
  const first = date === today ? newest : null;
  return dayScreen({ date, today, lessons, newest: first, running, previous, next }, texts);
}
