import type { By, LessonKey } from '../../db/actions/by.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import {
  type LessonSheet,
  readLessonSheet,
  type SheetPupil,
} from '../../db/reports/lesson-sheet.ts';
import type { AbsenceCode } from '../../db/rules/absence-code.ts';
import type { WorkKindKey } from '../../db/rules/work-kinds.ts';
import { replacePanel } from '../views/pupil-panel.ts';
import { actorOf, penOf } from './actor.ts';
import { readKind } from './lesson-presses.ts';
import { openLessonScreen, readLessonScreen, type Spot } from './open-lesson-screen.ts';
import { readLessonArg } from './press.ts';
import type { Said } from './reply.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';

type Offer = {
  pupilId: number;
  wanted: { value: number | null } | { code: AbsenceCode };
  kind: WorkKindKey;
};

/** Writes and goes back to the class list, so that the next pupil is one tap away. */
export function writing(
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
export async function freshScreen(turn: PressTurn, key: LessonKey, spot: Spot): Promise<Said> {
  const { screen } = await readLessonScreen(turn, actorOf(turn), key, spot);
  return { ...redraw(turn, screen), toast: turn.texts.refusals.stale({}) };
}

/** The lesson and the kind of work in a payload; null for anything we never wrote. */
export function readSpot(lesson: string | undefined, kindArg: string | undefined) {
  const key = readLessonArg(lesson);
  const kind = readKind(kindArg);
  return key && kind ? { key, kind } : null;
}

/** Panels full of writing buttons are for those who may press them. */
export function writableSheet(sheet: LessonSheet): LessonSheet {
  if (!sheet.writable) {
    throw new Refusal('not-allowed');
  }
  return sheet;
}

/** A pupil of the lesson's list, whoever the payload names. */
export function pupilOf({ pupils }: LessonSheet, pupilId: number): SheetPupil {
  const pupil = pupils.find((candidate) => candidate.pupilId === pupilId);
  if (!pupil) {
    throw new Refusal('not-in-class', { pupilId });
  }
  return pupil;
}

/** For a payload we never wrote, or not in this version. */
export function outdated({ texts }: PressTurn): Said {
  return { replies: [], toast: texts.common.buttonOutdated };
}
