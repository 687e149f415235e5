import { readRoster } from '../../db/reports/roster.ts';
import { readWritableCourses, type WritableCourse } from '../../db/reports/writable-courses.ts';
import { escapeHtml } from '../views/html.ts';
import { example } from '../views/lesson.ts';
import { courseTitle } from '../views/lesson-title.ts';
import { actorOf, penOf } from './actor.ts';
import { cardPresses } from './answer-card.ts';
import { openDialog } from './dialogs.ts';
import { type EntryData, readEntry, readOpenEntry } from './entry-dialog.ts';
import { absentBody } from './entry-plan.ts';
import { coursePress } from './entry-presses.ts';
import { type PressTable, readId } from './press.ts';
import { recordMessage } from './record-message.ts';
import { type Answer, type PressTurn, redraw, say, type TextTurn } from './turn.ts';
import { courseLesson, whichLesson } from './which-lesson.ts';

/** A whole message of marks and absences, with or without /mark; alone, /mark explains itself. */
export async function enterMarks(turn: TextTurn, text: string): Promise<Answer> {
  return text.trim() === '' ? explain(turn, 'marks') : enter(turn, text, false);
}

/** The same after /absent, where names without a code are those who aren't there. */
export async function enterAbsences(turn: TextTurn, text: string): Promise<Answer> {
  return text.trim() === '' ? explain(turn, 'absences') : enter(turn, text, true);
}

/** Free text in a chat where a lesson is open: an entry for it, unless it names another course. */
export async function answerEntry(turn: TextTurn): Promise<Answer> {
  return enter(turn, turn.event.text, false);
}

export const enterPresses: PressTable = {
  crs1: chooseCourse,
  ...cardPresses,
};

async function enter(turn: TextTurn, text: string, absent: boolean): Promise<Answer> {
  const { db, texts } = turn;
  const meant = await whichLesson(turn, text);
  const asWritten = (body: string) => (absent ? absentBody(body) : body);
  switch (meant.found) {
    case 'sentence':
      return say({ text: meant.text });
    case 'lesson': {
      const body = asWritten(meant.body);
      return recordMessage(turn, { lesson: meant.key, kind: 'answer', body }, say);
    }
    case 'several': {
      const waiting = { body: asWritten(meant.body), date: meant.date };
      return askCourse(turn, meant.courses, { waiting });
    }
    case 'none': {
      const open = await readOpenEntry(db, turn.event.chat.address);
      if (open) {
        const { lesson, kind } = open;
        return recordMessage(turn, { lesson, kind, body: asWritten(meant.body) }, say);
      }
      const shown = await exampleOf(turn, meant.courses[0]);
      return say({ text: escapeHtml(texts.teacher.noHeader(shown)) });
    }
  }
}

function askCourse(
  turn: TextTurn,
  courses: readonly WritableCourse[],
  data: EntryData & { waiting: unknown },
): Answer {
  const buttons = courses.map((course) => [
    { text: courseTitle(course), press: coursePress(course.courseId) },
  ]);
  return {
    write: async (tx) => {
      await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
      return say({ text: turn.texts.teacher.whichCourse, buttons });
    },
  };
}

async function chooseCourse(turn: PressTurn, [chosen]: string[]): Promise<Answer> {
  const { db, texts } = turn;
  const courseId = readId(chosen);
  const courses = await readWritableCourses(db, actorOf(turn).personId);
  const course = courses.find((candidate) => candidate.courseId === courseId);
  const entry = await readEntry(db, turn.event.chat.address);
  if (!course || !entry || !('waiting' in entry)) {
    return { replies: [], toast: texts.teacher.expiredEntry };
  }
  const { body, date } = entry.waiting;
  const meant = await courseLesson(turn, course, date, body);
  if (meant.found === 'lesson') {
    const message = { lesson: meant.key, kind: 'answer', body } as const;
    return recordMessage(turn, message, (screen) => redraw(turn, screen));
  }
  return redraw(turn, { text: meant.text });
}

async function explain(turn: TextTurn, what: 'marks' | 'absences'): Promise<Answer> {
  const { teacher } = turn.texts;
  const courses = await readWritableCourses(turn.db, actorOf(turn).personId);
  const course = courses.find(({ grade }) => grade > 1) ?? courses[0];
  if (!course) {
    return say({ text: teacher.noCourses });
  }
  const shown = await exampleOf(turn, course);
  return say({
    text: escapeHtml(what === 'marks' ? teacher.howToMark(shown) : teacher.howToAbsent(shown)),
  });
}

/** «7А алгебра: Иванов 5, Козлов н» with the course and pupils of one's own. */
async function exampleOf(turn: TextTurn, course: WritableCourse | undefined): Promise<string> {
  const { db } = turn;
  if (!course) {
    return '';
  }
  const pupils = await readRoster(db, course, db.today());
  const named = pupils.map((pupil) => ({ ...pupil, marks: [], absence: null }));
  const marks = example({ pupils: named, marked: course.grade > 1 }, penOf(turn));
  return `${course.className} ${course.subject.toLowerCase()}: ${marks}`;
}
