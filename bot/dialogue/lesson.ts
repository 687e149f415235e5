import type { By, LessonKey } from '../../db/actions/by.ts';
import { callRoll } from '../../db/actions/call-roll.ts';
import { cancelMark } from '../../db/actions/cancel-mark.ts';
import { changeMark } from '../../db/actions/change-mark.ts';
import { giveMarks } from '../../db/actions/give-marks.ts';
import { noteAbsences } from '../../db/actions/note-absences.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import {
  type LessonSheet,
  readLessonSheet,
  type SheetPupil,
} from '../../db/reports/lesson-sheet.ts';
import { readMarkHistory } from '../../db/reports/mark-history.ts';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { lessonScreen } from '../views/lesson.ts';
import { markPanel, pupilPanel, replacePanel } from '../views/pupil-panel.ts';
import { actorOf, penOf } from './actor.ts';
import { readCode, readKind, readNumber } from './lesson-presses.ts';
import { openLessonScreen, type Spot, viewOf } from './open-lesson-screen.ts';
import { type PressTable, readId, readLessonArg } from './press.ts';
import type { Said } from './reply.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';

/** The buttons of a lesson's screens. */
export const lessonPresses: PressTable = {
  les1: async (turn, [lesson, page, kind]) => {
    const at = read(lesson, kind);
    const shown = readNumber(page);
    if (!at || shown === null) {
      return outdated(turn);
    }
    // Who may read is refused in the sheet; opening is a write, as it says what free text means.
    return writing(turn, at.key, { page: shown, kind: at.kind }, async () => undefined);
  },

  pup1: async (turn, [lesson, pupil, kind]) => {
    const at = read(lesson, kind);
    const pupilId = readId(pupil);
    if (!at || pupilId === null) {
      return outdated(turn);
    }
    const sheet = await readLessonSheet(turn.db, actorOf(turn), at.key);
    const panel = pupilPanel(writableSheet(sheet), pupilOf(sheet, pupilId), at.kind, penOf(turn));
    return redraw(turn, panel);
  },

  give1: async (turn, [lesson, pupil, mark, kind, count, instead]) => {
    const at = read(lesson, kind);
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
    const at = read(lesson, kind);
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
    const at = read(lesson, kind);
    const shown = readNumber(page);
    if (!at || shown === null) {
      return outdated(turn);
    }
    return writing(turn, at.key, { page: shown, kind: at.kind }, (tx, by) =>
      callRoll(tx, by, { lesson: at.key }),
    );
  },

  mrk1: async (turn, [lesson, mark, kind]) => {
    const at = read(lesson, kind);
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
    const at = read(lesson, kind);
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
    const at = read(lesson, kind);
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

type Offer = {
  pupilId: number;
  wanted: { value: number | null } | { code: AbsenceCode };
  kind: WorkKindKey;
};

/** Writes and goes back to the class list, so that the next pupil is one tap away. */
function writing(
  turn: PressTurn,
  key: LessonKey,
  spot: Spot,
  write: (tx: Tx, by: By) => Promise<unknown>,
  offer?: Offer,
): Answer {
  return {
    write: async (tx, by) => {
      await write(tx, by);
      return redraw(turn, await openLessonScreen(tx, by.actor, turn, key, spot));
    },
    refused: async (refusal) => {
      if (refusal.reason === 'stale') {
        return freshScreen(turn, key, spot);
      }
      if (refusal.reason === 'mark-and-absence' && offer) {
        const sheet = await readLessonSheet(turn.db, actorOf(turn), key);
        const pupil = pupilOf(sheet, offer.pupilId);
        return redraw(turn, replacePanel(sheet, pupil, offer.wanted, offer.kind, penOf(turn)));
      }
      return null;
    },
  };
}

/** The lesson as it is now, for a button that shows something older. */
async function freshScreen(turn: PressTurn, key: LessonKey, spot: Spot): Promise<Said> {
  const sheet = await readLessonSheet(turn.db, actorOf(turn), key);
  const screen = lessonScreen(sheet, viewOf(sheet, spot), penOf(turn));
  return { ...redraw(turn, screen), toast: turn.texts.refusals.stale({}) };
}

function read(lesson: string | undefined, kindArg: string | undefined) {
  const key = readLessonArg(lesson);
  const kind = readKind(kindArg);
  return key && kind ? { key, kind } : null;
}

/** Panels full of writing buttons are for those who may press them. */
function writableSheet(sheet: LessonSheet): LessonSheet {
  if (!sheet.writable) {
    throw new Refusal('not-allowed');
  }
  return sheet;
}

function pupilOf({ pupils }: LessonSheet, pupilId: number): SheetPupil {
  const pupil = pupils.find((candidate) => candidate.pupilId === pupilId);
  if (!pupil) {
    throw new Refusal('not-in-class', { pupilId });
  }
  return pupil;
}

function outdated({ texts }: PressTurn): Said {
  return { replies: [], toast: texts.common.buttonOutdated };
}
