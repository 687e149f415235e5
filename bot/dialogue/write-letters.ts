import { setClassHours } from '../../db/actions/set-class-hours.ts';
import { Refusal } from '../../db/errors.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { readLetterReads, readLetters } from '../../db/reports/letters.ts';
import { readHours } from '../../db/reports/office.ts';
import type { OfficeHours } from '../../db/rules/office-hours.ts';
import { classHoursScreen } from '../views/class-hours.ts';
import { letterReadsScreen, lettersScreen } from '../views/letter.ts';
import { actorOf } from './actor.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';
import { readLetterArg } from './write-presses.ts';

/** What a class teacher has sent and who has read it, and the hours of the class. */
export const lettersPresses: PressTable = {
  wletters1: showLetters,
  wletter1: showReads,
  whours1: showHours,
  whset1: setHours,
};

// As many as a phone shows without scrolling.
const LETTERS_SHOWN = 8;

async function showLetters(turn: PressTurn, [classArg]: string[]): Promise<Answer> {
  const { classId, className } = await ownClass(turn, classArg);
  const letters = await readLetters(turn.db, { classId, limit: LETTERS_SHOWN });
  return redraw(turn, lettersScreen({ classId, className, letters }, turn.texts));
}

async function showReads(turn: PressTurn, [number]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const operation = readLetterArg(number);
  const letter = operation === null ? null : await readLetterReads(db, operation);
  if (operation === null || !letter) {
    return { replies: [], toast: texts.common.buttonOutdated };
  }
  await ownClass(turn, String(letter.classId));
  return redraw(turn, letterReadsScreen(operation, letter, texts, config.names));
}

async function showHours(turn: PressTurn, [classArg]: string[]): Promise<Answer> {
  const schoolClass = await ownClass(turn, classArg);
  const hours = await readHours(turn.db, schoolClass.classId);
  return redraw(turn, classHoursScreen({ ...schoolClass, hours }, turn.texts));
}

async function setHours(turn: PressTurn, [classArg, from, to]: string[]): Promise<Answer> {
  const schoolClass = await ownClass(turn, classArg);
  const [fromHour, toHour] = [readId(from), readId(to)];
  if (fromHour === null || toHour === null) {
    return { replies: [], toast: turn.texts.common.buttonOutdated };
  }
  const hours: OfficeHours = { fromHour, toHour };
  return {
    write: async (tx, by) => {
      await setClassHours(tx, by, { classId: schoolClass.classId, hours });
      return redraw(turn, classHoursScreen({ ...schoolClass, hours }, turn.texts));
    },
  };
}

/** A class the caller is the teacher of at this moment. Refuses any other. */
async function ownClass(
  turn: PressTurn,
  classArg: string | undefined,
): Promise<{ classId: number; className: string }> {
  const classId = idOf(classArg);
  const own = actorOf(turn).classIds.includes(classId);
  const [found] = own ? await readClassNames(turn.db, [classId]) : [];
  if (!found) {
    throw new Refusal('not-allowed');
  }
  return found;
}
