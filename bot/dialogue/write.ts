import { classOn, readChildren } from '../../db/reports/children.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import { notEnrolledScreen } from '../views/diary.ts';
import { chooseWriteScreen } from '../views/write.ts';
import { actorOf } from './actor.ts';
import { readFamily } from './family.ts';
import { idOf, type PressTable } from './press.ts';
import {
  type Answer,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';
import { letterPresses, openLetter } from './write-letter.ts';
import { lettersPresses } from './write-letters.ts';
import { askToWrite, messagePresses, sendMessage } from './write-message.ts';
import { threadPresses } from './write-thread.ts';

/**
 * /write: a class teacher writes to families of the class, a parent to the class teacher; whoever
 * has several of either chooses. What follows the command is the text.
 */
export async function write(turn: TextTurn, argument: string): Promise<Answer> {
  const { db, texts, config } = turn;
  const actor = actorOf(turn);
  const classes = await readClassNames(db, actor.classIds);
  const children = await readChildren(db, actor.personId);
  const [schoolClass] = classes;
  if (schoolClass && classes.length === 1 && children.length === 0) {
    return openLetter(turn, schoolClass.classId, argument);
  }
  if (classes.length === 0 && children.length < 2) {
    return writeAsParent(turn, null, argument);
  }
  return say(chooseWriteScreen({ classes, children }, texts, config.names));
}

export const writePresses: PressTable = {
  wchild1: chooseChild,
  ...letterPresses,
  ...lettersPresses,
  ...messagePresses,
  ...threadPresses,
};

async function chooseChild(turn: PressTurn, [pupil]: string[]): Promise<Answer> {
  const place = await placeOf(turn, idOf(pupil));
  return 'instead' in place
    ? redraw(turn, place.instead)
    : askToWrite(turn, place, (screen) => redraw(turn, screen));
}

async function writeAsParent(
  turn: TextTurn,
  pupilId: number | null,
  text: string,
): Promise<Answer> {
  const place = await placeOf(turn, pupilId);
  if ('instead' in place) {
    return say(place.instead);
  }
  return text === ''
    ? askToWrite(turn, place, say)
    : sendMessage(turn, place, { text, file: null }, say);
}

/** The child's thread with the class teacher of today; or consent first, or why there is none. */
async function placeOf(
  turn: Turn,
  pupilId: number | null,
): Promise<{ classId: number; pupilId: number } | { instead: Screen }> {
  const family = await readFamily(turn, pupilId);
  if ('instead' in family) {
    return family;
  }
  const schoolClass = classOn(family.child, turn.db.today());
  return schoolClass
    ? { classId: schoolClass.classId, pupilId: family.child.pupilId }
    : { instead: notEnrolledScreen(family, turn.texts, turn.config.names) };
}
