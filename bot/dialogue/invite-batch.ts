import { readClassCodes } from '../../db/reports/class-codes.ts';
import { batchMessages, type FamilyCode, slipsMessage } from '../views/given-codes.ts';
import { codesScreen, newestCode, wantedCodes } from '../views/invite-codes.ts';
import { checkClass, createCode } from './invite-family.ts';
import { FORMS, SCOPES } from './invite-presses.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';

/** Codes for many families of a class at once: slips to print, or a list to forward. */
export const batchInvitePresses: PressTable = { icodes1: openCodes, igive1: giveCodes };

async function openCodes(turn: PressTurn, [classArg]: string[]): Promise<Answer> {
  const classId = idOf(classArg);
  checkClass(turn, classId);
  const families = await readClassCodes(turn.db, { classId });
  return redraw(turn, codesScreen({ classId, families }, turn.texts));
}

async function giveCodes(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classArg, scopeArg, formArg, seen] = args;
  const { db, texts, config } = turn;
  const classId = idOf(classArg);
  const scope = SCOPES.find((one) => one === scopeArg);
  const form = FORMS.find((one) => one === formArg);
  if (!scope || !form) {
    return { replies: [], toast: texts.common.buttonOutdated };
  }
  checkClass(turn, classId);
  return {
    write: async (tx, by) => {
      const families = await readClassCodes(db, { classId }, tx);
      const wanted = wantedCodes(families, scope);
      // A second tap finds newer codes than it was drawn with, and would revoke them all.
      if (newestCode(families) !== readId(seen) || wanted.length === 0) {
        return redraw(turn, codesScreen({ classId, families }, texts));
      }
      const given: FamilyCode[] = [];
      for (const one of wanted) {
        given.push(await createCode(turn, tx, by, { classId, ...one }));
      }
      const messages = form === 'pdf' ? slipsMessage : batchMessages;
      return { replies: messages(given, texts, config) };
    },
  };
}
