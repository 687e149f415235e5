import type { LessonKey } from '../../db/actions/by.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from './html.ts';

/** Asks why, after the sentence that says what the reason is needed for. */
export function reasonQuestion(sentence: string, lesson: LessonKey | null, texts: Texts): Screen {
  const { corrections, common } = texts;
  return {
    text: [sentence, corrections.askReason].map(escapeHtml).join('\n'),
    buttons: lesson ? [[{ text: common.back, press: lessonPress(lesson) }]] : [],
  };
}
