import type { LessonSheet, SheetMark, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import { COMMENT_LIMIT } from '../../db/rules/comment-limit.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { markPress } from '../dialogue/lesson-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { courseTitle, lessonTime } from './lesson-title.ts';
import { numberedName } from './pupil-name.ts';
import { markSign } from './sheet-marks.ts';

/** Asks for a comment to one mark, showing what stands there now. */
export function askCommentScreen(
  { key, facts, bell }: LessonSheet,
  { pupil, mark }: { pupil: SheetPupil; mark: SheetMark },
  kind: WorkKindKey,
  pen: Pen,
): Screen {
  const { lesson, common } = pen.texts;
  const stands = mark.comment === null ? [] : [escapeHtml(lesson.commentStands(mark.comment))];
  const question = lesson.writeComment(markSign(mark.value, pen.texts), COMMENT_LIMIT);
  return {
    text: [
      escapeHtml(courseTitle(facts)),
      escapeHtml(lessonTime(key, bell, pen.texts)),
      '',
      bold(numberedName(pupil, pen.names)),
      ...stands,
      escapeHtml(question),
    ].join('\n'),
    buttons: [[{ text: common.back, press: markPress(key, mark.markId, kind) }]],
  };
}
