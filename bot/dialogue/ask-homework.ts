import type { By, LessonKey } from '../../db/actions/by.ts';
import { checkLesson } from '../../db/actions/open-lesson.ts';
import { removeHomeworkFile } from '../../db/actions/remove-homework-file.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { weekdayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db, Tx } from '../../db/open.ts';
import { readHomeworkFiles } from '../../db/reports/homework-files.ts';
import { readLessonFacts } from '../../db/reports/lesson-facts.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { readNextLessonDays } from '../../db/reports/next-lessons.ts';
import { askHomeworkScreen } from '../views/ask-homework.ts';
import { openDialog } from './dialogs.ts';
import { outdated } from './lesson-writing.ts';
import { type PressTable, readDay, readId, readLessonArg } from './press.ts';
import { redraw, type Screen, type Turn } from './turn.ts';

/** The lesson whose homework is asked for, and the day that was chosen before there is a text. */
export type AskedHomework = { lesson: LessonKey; due?: string | null };

const DAYS_OFFERED = 4;

/** The buttons under the question: the day the homework is for, and files to take away. */
export const homeworkPresses: PressTable = {
  due1: async (turn, [lesson, day]) => {
    const key = readLessonArg(lesson);
    const due = day === 'next' ? null : readDay(day);
    if (!key || (due === null && day !== 'next')) {
      return outdated(turn);
    }
    const days = await daysOffered(turn.db, key);
    return {
      write: async (tx, by) => {
        const { homework, homeworkDue } = await checkLesson(tx, by, key);
        if (homework !== null && homeworkDue !== due) {
          await setHomework(tx, by, { lesson: key, homework, due });
        }
        return redraw(turn, await askHomework(tx, by, turn, { lesson: key, due }, days));
      },
    };
  },

  fdel1: async (turn, [lesson, file]) => {
    const key = readLessonArg(lesson);
    const id = readId(file);
    if (!key || id === null) {
      return outdated(turn);
    }
    const days = await daysOffered(turn.db, key);
    return {
      write: async (tx, by) => {
        await removeHomeworkFile(tx, by, { lesson: key, id });
        await clearPlaceholder(tx, by, turn, key);
        return redraw(turn, await askHomework(tx, by, turn, { lesson: key }, days));
      },
    };
  },
};

/** The days of the next lessons of a course, the very next one first. */
export async function daysOffered(db: Db, key: LessonKey): Promise<string[]> {
  const facts = await readLessonFacts(db, key, weekdayOf(key.date));
  return facts ? readNextLessonDays(db, key, facts, DAYS_OFFERED) : [];
}

/** Asks for the homework, having made sure that it would be taken. */
export async function askHomework(
  tx: Tx,
  by: By,
  turn: Turn,
  asked: AskedHomework,
  days: readonly string[],
): Promise<Screen> {
  const { lesson } = asked;
  const { grade } = await checkLesson(tx, by, lesson);
  if (grade === 1) {
    throw new Refusal('grade-one-no-homework');
  }
  await openDialog(tx, turn.event.chat.address, { name: 'homework', data: asked });
  const sheet = await readLessonSheet(tx.db, by.actor, lesson, tx);
  const { homework, homeworkDue, lessonId, files } = sheet.facts;
  const due = homework === null ? (asked.due ?? null) : homeworkDue;
  const listed = files > 0 ? await readHomeworkFiles(tx.db, [lessonId ?? 0], tx) : [];
  return askHomeworkScreen(sheet, { due, days, files: listed }, turn.texts);
}

/** «See the file» says nothing any more when the last one is gone. */
async function clearPlaceholder(tx: Tx, by: By, turn: Turn, lesson: LessonKey): Promise<void> {
  const { homework, files } = await checkLesson(tx, by, lesson);
  const placeholders = Object.values(turn.allTexts).map((texts) => texts.lesson.seeFile);
  if (files === 0 && homework !== null && placeholders.includes(homework)) {
    await setHomework(tx, by, { lesson, homework: null });
  }
}
