import { undoLast } from '../../db/actions/undo-last.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { undoneCard, undoneSentence } from '../views/undone.ts';
import { penOf } from './actor.ts';
import { openDialog } from './dialogs.ts';
import type { EntryData } from './entry-dialog.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import type { PressTable } from './press.ts';
import { type Answer, redraw, say, type TextTurn } from './turn.ts';
import { readUndo } from './undo-press.ts';

/** /undo: takes back the last action of today, whichever it was. */
export async function undo(turn: TextTurn): Promise<Answer> {
  return {
    write: async (tx, by) => {
      const undone = await undoLast(tx, by);
      const sheet = await readLessonSheet(tx.db, by.actor, undone.lesson, tx);
      return say(undoneCard(sheet, undone, penOf(turn)));
    },
  };
}

export const undoPresses: PressTable = {
  undo1: async (turn, args) => {
    const meant = readUndo(args);
    if (!meant) {
      return { replies: [], toast: turn.texts.common.buttonOutdated };
    }
    const { operation, place } = meant;
    return {
      write: async (tx, by) => {
        const undone = await undoLast(tx, by, { operation });
        if (place === 'lesson') {
          const screen = await openLessonScreen(tx, by.actor, turn, undone.lesson);
          return { ...redraw(turn, screen), toast: undoneSentence(undone.records, turn.texts) };
        }
        const data: EntryData = { lesson: undone.lesson, kind: 'answer' };
        await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
        const sheet = await readLessonSheet(tx.db, by.actor, undone.lesson, tx);
        return redraw(turn, undoneCard(sheet, undone, penOf(turn)));
      },
    };
  },
};
