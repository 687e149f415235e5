import type { By, LessonKey } from '../../db/actions/by.ts';
import { checkLesson } from '../../db/actions/open-lesson.ts';
import { setHomework } from '../../db/actions/set-homework.ts';
import { setTopic } from '../../db/actions/set-topic.ts';
import type { Tx } from '../../db/open.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { askTopicScreen } from '../views/ask-topic.ts';
import { escapeHtml } from '../views/html.ts';
import { courseTitle } from '../views/lesson-title.ts';
import { type AskedHomework, askHomework, daysOffered } from './ask-homework.ts';
import { openDialog } from './dialogs.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import { type PressTable, readLessonArg } from './press.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';
import { newestLesson, whichLesson } from './which-lesson.ts';

type Part = 'topic' | 'homework';

/** /topic, or /topic 7А алгебра: Квадратные уравнения */
export const writeTopic = (turn: TextTurn, argument: string) => write(turn, 'topic', argument);

/** /homework, or /homework 7А алгебра: § 12 */
export const writeHomework = (turn: TextTurn, argument: string) =>
  write(turn, 'homework', argument);

/** The text that was asked for is the topic of the lesson it was asked for. */
export const answerTopic = async (turn: TextTurn, data: unknown) =>
  saveText(turn, 'topic', data as AskedTopic, turn.event.text);

/** The text that was asked for is the homework of the lesson it was asked for. */
export const answerHomework = async (turn: TextTurn, data: unknown) =>
  saveText(turn, 'homework', data as AskedHomework, turn.event.text);

export const writeLessonPresses: PressTable = {
  top1: async (turn, [lesson]) => {
    const key = readLessonArg(lesson);
    return key
      ? { write: async (tx, by) => redraw(turn, await askTopic(tx, by, turn, key)) }
      : { replies: [], toast: turn.texts.common.buttonOutdated };
  },
  hw1: async (turn, [lesson]) => {
    const key = readLessonArg(lesson);
    if (!key) {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    const days = await daysOffered(turn.db, key);
    return {
      write: async (tx, by) => redraw(turn, await askHomework(tx, by, turn, { lesson: key }, days)),
    };
  },
};

type AskedTopic = { lesson: LessonKey };

async function write(turn: TextTurn, part: Part, argument: string): Promise<Answer> {
  const { teacher } = turn.texts;
  const newest = await newestLesson(turn);
  const meant = argument === '' ? null : await whichLesson(turn, argument);
  if (meant?.found === 'lesson') {
    return saveText(turn, part, { lesson: meant.key }, meant.body);
  }
  if (meant?.found === 'several') {
    const { courses, date, body } = meant;
    const fits = date === null && courses.some(({ courseId }) => courseId === newest?.courseId);
    if (fits && newest) {
      return saveText(turn, part, { lesson: newest }, body);
    }
    const names = courses.map(courseTitle).join(', ');
    return say({ text: escapeHtml(teacher.nameCourse(names)) });
  }
  // «5 законов»: without a colon even what begins like a class may be a topic.
  if (meant?.found === 'sentence' && argument.includes(':')) {
    return say({ text: meant.text });
  }
  return newest
    ? saveText(turn, part, { lesson: newest }, argument)
    : say({ text: teacher.noLessonToWrite });
}

/** Writes a lesson's topic or homework, or asks for it if there is none yet. */
export async function saveText(
  turn: Turn,
  part: Part,
  asked: AskedHomework,
  written: string,
): Promise<Answer> {
  const { lesson, due } = asked;
  const text = written.trim();
  if (text === '' && part === 'topic') {
    return { write: async (tx, by) => say(await askTopic(tx, by, turn, lesson)) };
  }
  if (text === '') {
    const days = await daysOffered(turn.db, lesson);
    return { write: async (tx, by) => say(await askHomework(tx, by, turn, { lesson }, days)) };
  }
  return {
    wanted: { part, ...asked, text },
    write: async (tx, by) => {
      const day = due === undefined ? {} : { due };
      await (part === 'topic'
        ? setTopic(tx, by, { lesson, topic: text })
        : setHomework(tx, by, { lesson, homework: text, ...day }));
      return say(await openLessonScreen(tx, by.actor, turn, lesson));
    },
  };
}

/** Asks for the topic, having made sure that it would be taken. */
async function askTopic(tx: Tx, by: By, turn: Turn, lesson: LessonKey): Promise<Screen> {
  await checkLesson(tx, by, lesson);
  const data: AskedTopic = { lesson };
  await openDialog(tx, turn.event.chat.address, { name: 'topic', data });
  const sheet = await readLessonSheet(tx.db, by.actor, lesson, tx);
  return askTopicScreen(sheet, turn.texts);
}
