import { changeMark } from '../../db/actions/change-mark.ts';
import { checkLesson } from '../../db/actions/open-lesson.ts';
import { Refusal } from '../../db/errors.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { askCommentScreen } from '../views/ask-comment.ts';
import { penOf } from './actor.ts';
import { openDialog } from './dialogs.ts';
import { readNumber } from './lesson-presses.ts';
import { freshScreen, outdated, readSpot, writing } from './lesson-writing.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import { type PressTable, readId } from './press.ts';
import type { AskedComment } from './reason-dialog.ts';
import { type Answer, redraw, say, type TextTurn, type Turn } from './turn.ts';

export const commentPresses: PressTable = {
  cmt1: async (turn, args) => {
    const asked = readAsked(args);
    if (!asked) {
      return outdated(turn);
    }
    const { lesson, markId, version, kind } = asked;
    return {
      write: async (tx, by) => {
        await checkLesson(tx, by, lesson);
        const sheet = await readLessonSheet(tx.db, by.actor, lesson, tx);
        const pupil = sheet.pupils.find(({ marks }) => marks.some((m) => m.markId === markId));
        const mark = pupil?.marks.find((one) => one.markId === markId);
        if (!pupil || mark?.version !== version) {
          throw new Refusal('stale');
        }
        await openDialog(tx, turn.event.chat.address, { name: 'comment', data: asked });
        return redraw(turn, askCommentScreen(sheet, { pupil, mark }, kind, penOf(turn)));
      },
      refused: async ({ reason }) =>
        reason === 'stale' ? freshScreen(turn, lesson, { markId, kind }) : null,
    };
  },

  unc1: async (turn, args) => {
    const asked = readAsked(args);
    if (!asked) {
      return outdated(turn);
    }
    const { lesson, markId, version, kind } = asked;
    return writing(turn, lesson, { markId, kind }, (tx, by) =>
      changeMark(tx, by, { markId, version, comment: null }),
    );
  },
};

/** The text that was asked for is the comment to the mark it was asked for. */
export const answerComment = async (turn: TextTurn, data: unknown) =>
  saveComment(turn, data as AskedComment, turn.event.text.trim());

/** Writes a comment and goes back to the class list. */
export function saveComment(turn: Turn, asked: AskedComment, comment: string): Answer {
  const { lesson, markId, version, kind } = asked;
  return {
    wanted: { comment: asked, text: comment },
    write: async (tx, by) => {
      await changeMark(tx, by, { markId, version, comment });
      return say(await openLessonScreen(tx, by.actor, turn, lesson, { markId, kind }));
    },
  };
}

function readAsked([lesson, mark, shownVersion, kindArg]: string[]): AskedComment | null {
  const spot = readSpot(lesson, kindArg);
  const markId = readId(mark);
  const version = readNumber(shownVersion);
  return spot && markId !== null && version !== null
    ? { lesson: spot.key, kind: spot.kind, markId, version }
    : null;
}
