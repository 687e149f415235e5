import type { By } from '../../db/actions/by.ts';
import { callRoll } from '../../db/actions/call-roll.ts';
import { cancelMark } from '../../db/actions/cancel-mark.ts';
import { changeMark } from '../../db/actions/change-mark.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import type { Tx } from '../../db/open.ts';
import { readLessonSheet } from '../../db/reports/lesson-sheet.ts';
import { readMarkHistory } from '../../db/reports/mark-history.ts';
import { markPanel, pupilPanel } from '../views/pupil-panel.ts';
import { actorOf, penOf } from './actor.ts';
import { readCode, readNumber } from './lesson-presses.ts';
import {
  freshScreen,
  outdated,
  pupilOf,
  readSpot,
  writableSheet,
  writing,
} from './lesson-writing.ts';
import { type PressTable, readId } from './press.ts';
import { redraw } from './turn.ts';

/** The buttons of a lesson's screens. */
export const lessonPresses: PressTable = {
  les1: async (turn, [lesson, page, kind]) => {
    const at = readSpot(lesson, kind);
    const shown = readNumber(page);
    if (!at || shown === null) {
      return outdated(turn);
    }
    // Who may read is refused in the sheet; opening is a write, as it says what free text means.
    return writing(turn, at.key, { page: shown, kind: at.kind }, async () => undefined);
  },

  pup1: async (turn, [lesson, pupil, kind]) => {
    const at = readSpot(lesson, kind);
    const pupilId = readId(pupil);
    if (!at || pupilId === null) {
      return outdated(turn);
    }
    const sheet = await readLessonSheet(turn.db, actorOf(turn), at.key);
    const panel = pupilPanel(writableSheet(sheet), pupilOf(sheet, pupilId), at.kind, penOf(turn));
    return redraw(turn, panel);
  },

  give1: async (turn, [lesson, pupil, mark, kind, count, instead]) => {
    const at = readSpot(lesson, kind);
    const pupilId = readId(pupil);
    const given = readNumber(mark);
    const seen = readNumber(count);
    if (!at || pupilId === null || given === null || seen === null) {
      return outdated(turn);
    }
    const value = given === 0 ? null : given;
    const spot = { pupilId, kind: at.kind };
    const offer = { pupilId, wanted: { value }, kind: at.kind };
    const marks = [{ pupilId, value, kind: at.kind, seen }];
    return writing(
      turn,
      at.key,
      spot,
      (tx, by) => giveMarks(tx, by, { lesson: at.key, marks, replace: instead === '1' }),
      offer,
    );
  },

  abs1: async (turn, [lesson, pupil, letter, kind, instead]) => {
    const at = readSpot(lesson, kind);
    const pupilId = readId(pupil);
    const code = readCode(letter);
    if (!at || pupilId === null || code === null) {
      return outdated(turn);
    }
    const absences = [{ pupilId, code: code === 'clear' ? null : code }];
    const note = (tx: Tx, by: By) =>
      noteAbsences(tx, by, { lesson: at.key, absences, replace: instead === '1' });
    const spot = { pupilId, kind: at.kind };
    return code === 'clear'
      ? writing(turn, at.key, spot, note)
      : writing(turn, at.key, spot, note, { pupilId, wanted: { code }, kind: at.kind });
  },

  roll1: async (turn, [lesson, page, kind]) => {
    const at = readSpot(lesson, kind);
    const shown = readNumber(page);
    if (!at || shown === null) {
      return outdated(turn);
    }
    return writing(turn, at.key, { page: shown, kind: at.kind }, (tx, by) =>
      callRoll(tx, by, { lesson: at.key }),
    );
  },

  mrk1: async (turn, [lesson, mark, kind]) => {
    const at = readSpot(lesson, kind);
    const markId = readId(mark);
    if (!at || markId === null) {
      return outdated(turn);
    }
    const sheet = await readLessonSheet(turn.db, actorOf(turn), at.key);
    const pupil = sheet.pupils.find(({ marks }) => marks.some((m) => m.markId === markId));
    if (!pupil) {
      return freshScreen(turn, at.key, { kind: at.kind });
    }
    const history = await readMarkHistory(turn.db, markId);
    const shown = { pupil, markId, history };
    return redraw(turn, markPanel(writableSheet(sheet), shown, at.kind, penOf(turn)));
  },

  chg1: async (turn, [lesson, mark, shownVersion, wanted, kind]) => {
    const at = readSpot(lesson, kind);
    const markId = readId(mark);
    const version = readNumber(shownVersion);
    const given = readNumber(wanted);
    if (!at || markId === null || version === null || given === null) {
      return outdated(turn);
    }
    const value = given === 0 ? null : given;
    return writing(turn, at.key, { markId, kind: at.kind }, (tx, by) =>
      changeMark(tx, by, { markId, version, value }),
    );
  },

  del1: async (turn, [lesson, mark, shownVersion, kind]) => {
    const at = readSpot(lesson, kind);
    const markId = readId(mark);
    const version = readNumber(shownVersion);
    if (!at || markId === null || version === null) {
      return outdated(turn);
    }
    return writing(turn, at.key, { markId, kind: at.kind }, (tx, by) =>
      cancelMark(tx, by, { markId, version }),
    );
  },
};
