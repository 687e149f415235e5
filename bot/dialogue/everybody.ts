import { recordEntry } from '../../db/actions/record-entry.ts';
import { Refusal } from '../../db/errors.ts';
import { type LessonSheet, readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { type EverybodyView, everybodyScreen, marksAt, present } from '../views/everybody.ts';
import { actorOf, penOf } from './actor.ts';
import { readNumber } from './lesson-presses.ts';
import { readEverybody } from './lesson-tool-presses.ts';
import { freshScreen, outdated, writableSheet } from './lesson-writing.ts';
import { openLessonScreen } from './open-lesson-screen.ts';
import { readPicked } from './picked.ts';
import { type PressTable, readLessonArg } from './press.ts';
import { redraw } from './turn.ts';

/** «All but …» by taps: a value, then untick, then one button that writes it all. */
export const everybodyPresses: PressTable = {
  all1: async (turn, [lesson, page, what, picked = '']) => {
    const key = readLessonArg(lesson);
    const shown = readNumber(page);
    const state = readEverybody(what);
    if (!key || !state || shown === null) {
      return outdated(turn);
    }
    const sheet = markedSheet(await readLessonSheet(turn.db, actorOf(turn), key));
    const unticked = untickedOf(sheet, picked);
    if (!unticked) {
      return freshScreen(turn, key, { page: shown, kind: state.kind });
    }
    const view: EverybodyView = { ...state, page: shown, unticked };
    return redraw(turn, everybodyScreen(sheet, view, penOf(turn)));
  },

  allw1: async (turn, [lesson, what, picked = '', count]) => {
    const key = readLessonArg(lesson);
    const state = readEverybody(what);
    const seen = readNumber(count);
    if (!key || !state || state.value === undefined || seen === null) {
      return outdated(turn);
    }
    const { kind, value } = state;
    return {
      write: async (tx, by) => {
        const sheet = await readLessonSheet(tx.db, by.actor, key, tx);
        const unticked = untickedOf(sheet, picked);
        // A second tap finds the marks of the first one.
        if (!unticked || marksAt(sheet) !== seen) {
          throw new Refusal('stale');
        }
        const marks = present(sheet)
          .filter(({ pupilId }) => !unticked.has(pupilId))
          .map(({ pupilId }) => ({ pupilId, value, kind }));
        await recordEntry(tx, by, { lesson: key, marks, absences: [] });
        return redraw(turn, await openLessonScreen(tx, by.actor, turn, key, { kind }));
      },
      refused: async ({ reason }) => (reason === 'stale' ? freshScreen(turn, key, { kind }) : null),
    };
  },
};

function markedSheet(sheet: LessonSheet): LessonSheet {
  const { grade, subject } = sheet.facts;
  if (!sheet.marked) {
    throw grade === 1
      ? new Refusal('grade-one-no-marks')
      : new Refusal('mark-free-course', { subject });
  }
  return writableSheet(sheet);
}

function untickedOf({ pupils }: LessonSheet, picked: string): Set<number> | null {
  const ids = pupils.map(({ pupilId }) => pupilId);
  return readPicked(picked, ids);
}
