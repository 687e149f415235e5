import type { By } from '../../db/actions/by.ts';
import { type Undone, undoLast } from '../../db/actions/undo-last.ts';
import type { Tx } from '../../db/open.ts';
import { readCoursePlan } from '../../db/reports/course-plans.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { readTermSheet } from '../../db/reports/term-sheet.ts';
import { undoneCard, undonePlanCard, undoneSentence, undoneTermCard } from '../views/undone.ts';
import { penOf } from './actor.ts';
import { openDialog } from './dialogs.ts';
import type { EntryData } from './entry-dialog.ts';
import { openCoursePlan } from './open-course-plan.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import type { PressTable } from './press.ts';
import { sheetScreen } from './term.ts';
import { type Answer, redraw, type Screen, say, type TextTurn, type Turn } from './turn.ts';
import { readUndo } from './undo-press.ts';

/** /undo: takes back the last action of today, whichever it was. */
export async function undo(turn: TextTurn): Promise<Answer> {
  return {
    write: async (tx, by) => {
      const undone = await undoLast(tx, by);
      return say(await card(tx, by, turn, undone));
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
        if ('term' in undone && place === 'term') {
          const screen = await sheetScreen(turn, by.actor, undone.term, tx);
          return { ...redraw(turn, screen), toast: undoneSentence(undone.records, turn.texts) };
        }
        if ('plan' in undone && place === 'plan') {
          const { courseId } = undone.plan;
          const sentence = undoneSentence(undone.records, turn.texts);
          return redraw(turn, await openCoursePlan(tx, by, turn, courseId, { note: sentence }));
        }
        if (!('lesson' in undone)) {
          return redraw(turn, await card(tx, by, turn, undone));
        }
        if (place === 'lesson') {
          const screen = await openLessonScreen(tx, by.actor, turn, undone.lesson);
          return { ...redraw(turn, screen), toast: undoneSentence(undone.records, turn.texts) };
        }
        const data: EntryData = { lesson: undone.lesson, kind: 'answer' };
        await openDialog(tx, turn.event.chat.address, { name: 'entry', data });
        return redraw(turn, await card(tx, by, turn, undone));
      },
    };
  },
};

/** What was taken back, and the way to where it stood. */
async function card(tx: Tx, by: By, turn: Turn, undone: Undone): Promise<Screen> {
  if ('term' in undone) {
    const { courseId, termId } = undone.term;
    const at = { courseId, choice: termId ?? ('year' as const) };
    const sheet = await readTermSheet(tx.db, by.actor, at, tx);
    return undoneTermCard(sheet, undone, penOf(turn));
  }
  if ('plan' in undone) {
    const plan = await readCoursePlan(tx.db, by.actor, undone.plan.courseId, tx);
    return undonePlanCard(plan, undone, turn.texts);
  }
  const sheet = await readLessonSheet(tx.db, by.actor, undone.lesson, tx);
  return undoneCard(sheet, undone, penOf(turn));
}
