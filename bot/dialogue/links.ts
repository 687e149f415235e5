import { cutLink } from '../../db/actions/cut-link.ts';
import { dayOf, timeOf } from '../../db/days.ts';
import type { Tx } from '../../db/open.ts';
import { readChatLinks } from '../../db/reports/chat-links.ts';
import { askOwnCutScreen, goneMessage, type OwnChats, ownLinksScreen } from '../views/links.ts';
import { actorOf } from './actor.ts';
import { menuFor } from './commands.ts';
import { type PressTable, readId } from './press.ts';
import { tellCutChat } from './tell-of-cut.ts';
import { type Answer, type PressTurn, redraw, type Turn } from './turn.ts';

/** A person's own chats: which there are, and cutting one off in two taps. */
export const linkPresses: PressTable = { links1: openLinks, linkcut1: askCut, linkcutyes1: cut };

async function openLinks(turn: PressTurn): Promise<Answer> {
  return redraw(turn, ownLinksScreen(await readOwnChats(turn), turn.texts));
}

async function askCut(turn: PressTurn, [link]: string[]): Promise<Answer> {
  const own = await readOwnChats(turn);
  const chat = own.chats.find(({ linkId }) => linkId === readId(link));
  return redraw(
    turn,
    chat ? askOwnCutScreen(chat, own, turn.texts) : ownLinksScreen(own, turn.texts),
  );
}

async function cut(turn: PressTurn, [link]: string[]): Promise<Answer> {
  const { texts, event } = turn;
  const own = await readOwnChats(turn);
  const chat = own.chats.find(({ linkId }) => linkId === readId(link));
  if (!chat) {
    return redraw(turn, ownLinksScreen(own, texts));
  }
  return {
    write: async (tx, by) => {
      const gone = await cutLink(tx, by, chat.linkId);
      if (gone.address === event.chat.address) {
        const said = redraw(turn, goneMessage(texts));
        return { replies: [...said.replies, { menu: menuFor([], texts) }] };
      }
      await tellCutChat(turn, tx, by, gone);
      const screen = ownLinksScreen(await readOwnChats(turn, tx), texts);
      return { ...redraw(turn, screen), toast: texts.links.done };
    },
  };
}

async function readOwnChats(turn: Turn, tx?: Tx): Promise<OwnChats> {
  const { db, event } = turn;
  return {
    chats: await readChatLinks(db, actorOf(turn).personId, tx),
    here: event.chat.address,
    dayOf: (instant) => dayOf(instant, db.timezone),
    timeOf: (instant) => timeOf(instant, db.timezone),
  };
}
