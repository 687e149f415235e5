import type { By } from '../../db/actions/by.ts';
import { acceptTermMarks, decideTermMarks } from '../../db/actions/decide-term-marks.ts';
import type { TermKey } from '../../db/actions/open-term-sheet.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import {
  readTermSheet,
  type TermChoice,
  type TermPupil,
  type TermSheet,
} from '../../db/reports/term-sheet.ts';
import type { Actor } from '../../db/rules/access.ts';
import { pupilName } from '../views/pupil-name.ts';
import { termPupilPanel } from '../views/term-pupil.ts';
import { termPageOf, termSheetScreen } from '../views/term-sheet.ts';
import { actorOf, penOf } from './actor.ts';
import { idOf, type PressTable, readId } from './press.ts';
import type { Said } from './reply.ts';
import { termListPresses } from './term-list.ts';
import { readChoice, readTermValue } from './term-presses.ts';
import { type Answer, type PressTurn, redraw, type Screen, type Turn } from './turn.ts';
import { saw } from './viewed.ts';

/** The buttons of term marks. */
export const termPresses: PressTable = {
  ...termListPresses,

  term1: async (turn, [course, term, page]) => {
    const at = read(course, term);
    return at ? redraw(turn, await freshSheet(turn, at, { page: idOf(page) })) : old(turn);
  },

  tpup1: async (turn, [course, term, pupil]) => {
    const at = read(course, term);
    const pupilId = readId(pupil);
    if (!at || pupilId === null) {
      return old(turn);
    }
    const sheet = await readTermSheet(turn.db, actorOf(turn), at);
    if (!sheet.writable) {
      throw new Refusal('not-allowed');
    }
    saw(turn, 'school', 'term', pupilId);
    return redraw(turn, termPupilPanel(sheet, pupilOf(sheet, pupilId), penOf(turn)));
  },

  tset1: async (turn, [course, term, pupil, wanted, seen]) => {
    const at = readKey(course, term);
    const pupilId = readId(pupil);
    const given = readTermValue(wanted);
    const version = readId(seen);
    if (!at || pupilId === null || given === null || version === null) {
      return old(turn);
    }
    const value = given === 'clear' ? null : given;
    const decisions = [{ pupilId, value, version }];
    return writing(turn, at, { pupilId }, async (tx, by) => {
      await decideTermMarks(tx, by, { ...at, decisions });
      return (sheet) => {
        const name = pupilName(pupilOf(sheet, pupilId), turn.config.names);
        const { undecided, decided, values } = turn.texts.term;
        return value === null ? undecided(name) : decided(name, values[value]);
      };
    });
  },

  tsure1: async (turn, [course, term, page, seen]) => {
    const at = readKey(course, term);
    if (!at || seen === undefined) {
      return old(turn);
    }
    return writing(turn, at, { page: idOf(page) }, async (tx, by) => {
      const { changed } = await acceptTermMarks(tx, by, { ...at, seen });
      return () => turn.texts.term.accepted(changed);
    });
  },
};

type Place = { courseId: number; choice: TermChoice };
type Spot = { page: number } | { pupilId: number };

/** A course's sheet as it is now. Refuses whoever may not read it. */
export async function sheetScreen(
  turn: Turn,
  actor: Actor,
  { courseId, termId }: TermKey,
  tx: Tx,
): Promise<Screen> {
  const sheet = await readTermSheet(tx.db, actor, { courseId, choice: termId ?? 'year' }, tx);
  return drawn(turn, actor, sheet, { page: 0 });
}

/** Writes and shows the sheet with what has become of it. */
function writing(
  turn: PressTurn,
  key: TermKey,
  spot: Spot,
  write: (tx: Tx, by: By) => Promise<(sheet: TermSheet) => string>,
): Answer {
  const at = { courseId: key.courseId, choice: key.termId ?? ('year' as const) };
  return {
    write: async (tx, by) => {
      const toast = await write(tx, by);
      const sheet = await readTermSheet(tx.db, by.actor, at, tx);
      return { ...redraw(turn, drawn(turn, by.actor, sheet, spot)), toast: toast(sheet) };
    },
    refused: async ({ reason, data }) => {
      if (reason !== 'stale' && reason !== 'term-closed') {
        return null;
      }
      const fresh = redraw(turn, await freshSheet(turn, at, spot));
      return { ...fresh, toast: turn.texts.refusals[reason](data) };
    },
  };
}

async function freshSheet(turn: PressTurn, at: Place, spot: Spot): Promise<Screen> {
  const actor = actorOf(turn);
  return drawn(turn, actor, await readTermSheet(turn.db, actor, at), spot);
}

function drawn(turn: Turn, actor: Actor, sheet: TermSheet, spot: Spot): Screen {
  const page = 'page' in spot ? spot.page : termPageOf(sheet, spot.pupilId);
  const own = sheet.course.teacherId === actor.personId;
  return termSheetScreen(sheet, { page, own }, penOf(turn));
}

function read(course: string | undefined, term: string | undefined): Place | null {
  const courseId = readId(course);
  const choice = readChoice(term);
  return courseId !== null && choice !== null ? { courseId, choice } : null;
}

/** A place to write in: what is due is said by its name. */
function readKey(course: string | undefined, term: string | undefined): TermKey | null {
  const at = read(course, term);
  if (!at || at.choice === 'due') {
    return null;
  }
  return { courseId: at.courseId, termId: at.choice === 'year' ? null : at.choice };
}

function pupilOf({ pupils }: TermSheet, pupilId: number): TermPupil {
  const pupil = pupils.find((candidate) => candidate.pupilId === pupilId);
  if (!pupil) {
    throw new Refusal('not-in-class', { pupilId });
  }
  return pupil;
}

function old({ texts }: PressTurn): Said {
  return { replies: [], toast: texts.common.buttonOutdated };
}
