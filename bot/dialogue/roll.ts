import { noteAbsences } from '../../db/actions/note-absences.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { rollScreen } from '../views/roll.ts';
import { actorOf, penOf } from './actor.ts';
import { readNumber } from './lesson-presses.ts';
import { readTap } from './lesson-tool-presses.ts';
import { outdated, readSpot, writableSheet } from './lesson-writing.ts';
import { type PressTable, readId } from './press.ts';
import { redraw } from './turn.ts';

/** The roll call: opened by one button, a tap on a pupil writes at once. */
export const rollPresses: PressTable = {
  rm1: async (turn, [lesson, page, kindArg]) => {
    const spot = readSpot(lesson, kindArg);
    const shown = readNumber(page);
    if (!spot || shown === null) {
      return outdated(turn);
    }
    const { key, kind } = spot;
    const sheet = writableSheet(await readLessonSheet(turn.db, actorOf(turn), key));
    return redraw(turn, rollScreen(sheet, { page: shown, kind }, penOf(turn)));
  },

  rt1: async (turn, [lesson, pupil, codes, page, kindArg]) => {
    const spot = readSpot(lesson, kindArg);
    const pupilId = readId(pupil);
    const tap = readTap(codes);
    const shown = readNumber(page);
    if (!spot || !pupilId || !tap || shown === null) {
      return outdated(turn);
    }
    const { key, kind } = spot;
    const view = { page: shown, kind };
    const absences = [{ pupilId, code: tap.wanted, seen: tap.shown }];
    return {
      write: async (tx, by) => {
        await noteAbsences(tx, by, { lesson: key, absences, settling: true });
        const sheet = await readLessonSheet(tx.db, by.actor, key, tx);
        return redraw(turn, rollScreen(sheet, view, penOf(turn)));
      },
      refused: async ({ reason }) => {
        if (reason !== 'stale') {
          return null;
        }
        const sheet = await readLessonSheet(turn.db, actorOf(turn), key);
        const fresh = rollScreen(sheet, view, penOf(turn));
        return { ...redraw(turn, fresh), toast: turn.texts.refusals.stale({}) };
      },
    };
  },
};
