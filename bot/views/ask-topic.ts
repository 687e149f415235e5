import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';

/** Asks for a lesson's topic, showing what stands there now. */
export function askTopicScreen({ key, facts, bell }: LessonSheet, texts: Texts): Screen {
  const { teacher, common } = texts;
  const stands = facts.topic === null ? [] : [escapeHtml(teacher.topic(facts.topic))];
  const head = [bold(courseTitle(facts)), escapeHtml(lessonTime(key, bell, texts))];
  return {
    text: [...head, ...stands, '', escapeHtml(teacher.writeTopic)].join('\n'),
    buttons: [[{ text: common.back, press: lessonPress(key) }]],
  };
}
