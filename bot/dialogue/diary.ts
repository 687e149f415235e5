import { addDays, mondayOf } from '../../db/days.ts';
import { type ChildClass, classOn } from '../../db/reports/children.ts';
import { readDiary } from '../../db/reports/diary.ts';
import {
  diaryDay,
  readSchoolDays,
  type SchoolDays,
  schoolDayFrom,
} from '../../db/reports/school-days.ts';
import type { Family } from '../views/children-row.ts';
import { diaryDayScreen, diaryWeekScreen, notEnrolledScreen } from '../views/diary.ts';
import { readFamily } from './family.ts';
import { idOf, type PressTable, readDay } from './press.ts';
import type { Answer, PressTurn, Screen, TextTurn, Turn } from './turn.ts';
import { redraw, say } from './turn.ts';
import { saw } from './viewed.ts';

/** /diary: today's page of the first child, or of the next school day. */
export async function showDiary(turn: TextTurn): Promise<Answer> {
  return say(await dayScreen(turn, null, null));
}

export const diaryPresses: PressTable = { diary1: openDay, week1: openWeek };

async function openDay(turn: PressTurn, [pupil, day]: string[]): Promise<Answer> {
  return redraw(turn, await dayScreen(turn, idOf(pupil), readDay(day)));
}

async function openWeek(turn: PressTurn, [pupil, day]: string[]): Promise<Answer> {
  return redraw(turn, await weekScreen(turn, idOf(pupil), readDay(day)));
}

async function dayScreen(turn: Turn, pupilId: number | null, day: string | null): Promise<Screen> {
  const page = await readPage(turn, pupilId, day);
  if ('instead' in page) {
    return page.instead;
  }
  const { frame, days, date } = page;
  const [shown] = await readDiary(turn.db, frame.child, { from: date, to: date }, days);
  const arrows = arrowsOf(days, date, date);
  return diaryDayScreen(
    { ...frame, ...arrows },
    shown ?? { date, off: null, lessons: [] },
    turn.texts,
    turn.config.names,
  );
}

async function weekScreen(turn: Turn, pupilId: number, day: string | null): Promise<Screen> {
  const page = await readPage(turn, pupilId, day);
  if ('instead' in page) {
    return page.instead;
  }
  const { frame, days, date } = page;
  const [from, to] = [mondayOf(date), addDays(mondayOf(date), 6)];
  const week = await readDiary(turn.db, frame.child, { from, to }, days);
  const arrows = arrowsOf(days, from, to);
  return diaryWeekScreen({ ...frame, ...arrows }, week, turn.texts, turn.config.names);
}

type Page = {
  frame: Family & { schoolClass: ChildClass; className: string; today: string };
  days: SchoolDays;
  date: string;
};

/** What a page of a child's diary stands in, for whoever may read that child. */
export async function readPage(
  turn: Turn,
  pupilId: number | null,
  day: string | null,
): Promise<Page | { instead: Screen }> {
  const { db, texts, config } = turn;
  const family = await readFamily(turn, pupilId);
  if ('instead' in family) {
    return family;
  }
  const today = db.today();
  const schoolClass = classOn(family.child, day ?? today);
  const days = schoolClass && (await readSchoolDays(db, [schoolClass])).get(schoolClass.classId);
  if (!schoolClass || !days) {
    return { instead: notEnrolledScreen(family, texts, config.names) };
  }
  saw(turn, 'family', 'diary', family.child.pupilId);
  const { className } = schoolClass;
  return {
    frame: { ...family, schoolClass, className, today },
    days,
    date: day ?? diaryDay(days, today),
  };
}

function arrowsOf(days: SchoolDays, from: string, to: string) {
  return { earlier: schoolDayFrom(days, from, -1), later: schoolDayFrom(days, to, 1) };
}
