import { cutLink } from '../../db/actions/cut-link.ts';
import { dayOf } from '../../db/days.ts';
import { Refusal } from '../../db/errors.ts';
import { readFamilyLinks } from '../../db/reports/family-links.ts';
import { askFamilyCutScreen } from '../views/links.ts';
import { familyScreenOf, readFamilyAccess, showFamily } from './invite-family.ts';
import { idOf, type PressTable } from './press.ts';
import { tellCutChat, tellFamilyOfCut } from './tell-of-cut.ts';
import { type Answer, type PressTurn, redraw } from './turn.ts';

/** A lost phone, from the family's screen: one tap asks, the second cuts its chat off. */
export const cutFamilyChatPresses: PressTable = { ifcut1: askCut, ifcutyes1: cut };

async function askCut(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId = 0, pupilId = 0, linkId] = args.map((arg) => idOf(arg));
  const { db, texts, config } = turn;
  const family = await readFamilyAccess(turn, classId, pupilId);
  const { chats } = await readFamilyLinks(db, pupilId);
  const chat = chats.find((one) => one.linkId === linkId);
  if (!chat) {
    return showFamily(turn, classId, family);
  }
  const since = dayOf(chat.linkedAt, db.timezone);
  return redraw(turn, askFamilyCutScreen({ classId, pupilId, chat, since }, texts, config.names));
}

async function cut(turn: PressTurn, args: string[]): Promise<Answer> {
  const [classId = 0, pupilId = 0, linkId = 0] = args.map((arg) => idOf(arg));
  return {
    write: async (tx, by) => {
      await readFamilyAccess(turn, classId, pupilId, tx);
      const { chats } = await readFamilyLinks(turn.db, pupilId, tx);
      if (!chats.some((chat) => chat.linkId === linkId)) {
        throw new Refusal('stale');
      }
      const gone = await cutLink(tx, by, linkId);
      await tellCutChat(turn, tx, by, gone);
      await tellFamilyOfCut(turn, tx, by, { linkId, pupilId });
      const family = await readFamilyAccess(turn, classId, pupilId, tx);
      const screen = await familyScreenOf(turn, classId, family, tx);
      return { ...redraw(turn, screen), toast: turn.texts.links.done };
    },
    refused: async ({ reason }) =>
      reason === 'stale'
        ? showFamily(turn, classId, await readFamilyAccess(turn, classId, pupilId))
        : null,
  };
}
