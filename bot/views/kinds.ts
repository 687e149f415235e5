import type { LessonSheet } from '../../db/reports/lesson-sheet.ts';
import { WORK_KINDS } from '../../db/rules/work-kinds.ts';
import { lessonPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { bold, escapeHtml } from './html.ts';
import type { LessonView, Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { rowsOf } from './rows.ts';
import { weighedKind } from './words.ts';

/** Which kind of work the next marks of a lesson are for; each with its weight. */
export function kindsScreen(sheet: LessonSheet, { page, kind }: LessonView, pen: Pen): Screen {
  const { key, facts, bell, weights } = sheet;
  const { teacher, lesson, common } = pen.texts;
  const buttons = WORK_KINDS.map((one) => {
    const name = weighedKind(one, weights, pen.texts);
    return {
      text: one === kind ? teacher.chosen(name) : name,
      press: lessonPress(key, page, one),
    };
  });
  const text = [
    bold(courseTitle(facts)),
    escapeHtml(lessonTime(key, bell, pen.texts)),
    '',
    escapeHtml(lesson.chooseKind),
  ].join('\n');
  const back = [{ text: common.back, press: lessonPress(key, page, kind) }];
  return { text, buttons: [...rowsOf(buttons, 2), back] };
}
