import type { LessonKey } from '../../db/actions/by.ts';
import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';

/** Asks why, after the sentence that says what the reason is needed for. */
export function reasonQuestion(sentence: string, lesson: LessonKey | null, texts: Texts): Screen {
  const { corrections, common } = texts;
  return {
    text: [sentence, corrections.askReason].map(escapeHtml).join('\n'),
    buttons: lesson ? [[{ text: common.back, press: lessonPress(lesson) }]] : [],
  };
}

/** Asks for a lesson's topic or homework, showing what stands there now. */
export function askScreen(
  { key, facts, bell }: LessonSheet,
  part: 'topic' | 'homework',
  texts: Texts,
): Screen {
  const { teacher, common } = texts;
  const now = facts[part];
  const stands = now === null ? [] : [escapeHtml(teacher[part](now))];
  const question = part === 'topic' ? teacher.writeTopic : teacher.writeHomework;
  const head = [bold(courseTitle(facts)), escapeHtml(lessonTime(key, bell, texts))];
  return {
    text: [...head, ...stands, '', escapeHtml(question)].join('\n'),
    buttons: [[{ text: common.back, press: lessonPress(key) }]],
  };
}
