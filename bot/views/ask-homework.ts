import { weekdayOf } from '../../db/days.ts';
import type { HomeworkFileEntry } from '../../db/reports/homework-files.ts';
import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import { FILES_LIMIT } from '../../db/rules/homework-files.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import { duePress, removeFilePress } from '../dialogue/lesson-tool-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { cut } from './cut.ts';
import { bold, escapeHtml } from './html.ts';
import { homeworkLine } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { rowsOf } from './rows.ts';

/** What the question offers: days it may be for (`due` is chosen, null is the next lesson), files. */
export type HomeworkQuestion = {
  due: string | null;
  days: readonly string[];
  files: readonly HomeworkFileEntry[];
};

/** Asks for a lesson's homework: a text, a day, files. */
export function askHomeworkScreen(
  { key, facts, bell }: LessonSheet,
  { due, days, files }: HomeworkQuestion,
  texts: Texts,
): Screen {
  const { teacher, lesson, school, common } = texts;
  const stands = facts.homework === null ? [] : [escapeHtml(homeworkLine(facts, texts))];
  const chosen = (label: string, is: boolean) => (is ? teacher.chosen(label) : label);
  // The first of the days is the next lesson.
  const later = days.slice(1).map((day) => ({
    text: chosen(
      lesson.dueOn(school.shortWeekday(weekdayOf(day)), school.shortDate(day)),
      day === due,
    ),
    press: duePress(key, day),
  }));
  const next = { text: chosen(lesson.dueNext, due === null), press: duePress(key, null) };
  const remove = files.map(({ id, name }) => ({
    text: lesson.removeFile(cut(name)),
    press: removeFilePress(key, id),
  }));
  return {
    text: [
      bold(courseTitle(facts)),
      escapeHtml(lessonTime(key, bell, texts)),
      ...stands,
      '',
      escapeHtml(teacher.writeHomework),
      escapeHtml(lesson.filesToo(FILES_LIMIT)),
    ].join('\n'),
    buttons: [
      ...(later.length > 0 ? rowsOf([next, ...later], 2) : []),
      ...rowsOf(remove, 1),
      [{ text: common.back, press: lessonPress(key) }],
    ],
  };
}

/** Says that a file was kept for a lesson's homework; `open` if more may follow. */
export function fileKeptCard(
  { key, facts, bell }: LessonSheet,
  { kept, open }: { kept: number; open: boolean },
  undo: { text: string; press: string },
  texts: Texts,
): Screen {
  const { lesson } = texts;
  return {
    text: [
      bold(courseTitle(facts)),
      escapeHtml(lessonTime(key, bell, texts)),
      '',
      escapeHtml(lesson.fileKept(kept, FILES_LIMIT)),
      escapeHtml(homeworkLine(facts, texts)),
      ...(open ? [escapeHtml(lesson.afterFile)] : []),
    ].join('\n'),
    buttons: [[undo, { text: lesson.done, press: lessonPress(key) }]],
  };
}
