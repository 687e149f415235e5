import { answerSupport } from '../../db/actions/answer-support.ts';
import { askSupport } from '../../db/actions/ask-support.ts';
import { closeSupport } from '../../db/actions/close-support.ts';
import { writeOnSupport } from '../../db/actions/write-on-support.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readSupportCard, readSupportLines, type SupportCard } from '../../db/reports/support.ts';
import { can } from '../../db/rules/access.ts';
import {
  askSupportScreen,
  sentSupportScreen,
  supportCardScreen,
  supportScreen,
  writeSupportScreen,
} from '../views/support.ts';
import { actorOf } from './actor.ts';
import { closeDialog, openDialog } from './dialogs.ts';
import { readLastScreen } from './last-screen.ts';
import { idOf, type PressTable } from './press.ts';
import { tellAskers, tellOffice } from './tell-of-support.ts';
import {
  type Answer,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';

/** What is being written: a new question, more words to one, or its answer. */
type Asked = { requestId: number | null; side: 'asker' | 'office'; screen: string | null };

// As many of either kind as a phone shows without scrolling.
const OWN_SHOWN = 5;
const WAITING_SHOWN = 8;

/** /support: what one has asked and what waits; what follows the command is the question. */
export async function showSupport(turn: TextTurn, argument: string): Promise<Answer> {
  if (argument === '') {
    return say(await homeScreen(turn));
  }
  const screen = await readLastScreen(turn);
  return send(turn, { requestId: null, side: 'asker', screen }, argument);
}

/** What was asked for in the chat's next words. */
export async function answerSupportQuestion(turn: TextTurn, data: unknown): Promise<Answer> {
  return send(turn, data as Asked, turn.event.text);
}

export const supportPresses: PressTable = {
  sup1: async (turn) => redraw(turn, await homeScreen(turn)),
  supask1: ask,
  supopen1: async (turn, [id]) => redraw(turn, cardScreen(turn, await readCard(turn, id))),
  supmore1: (turn, [id]) => askMore(turn, id, 'asker'),
  supreply1: (turn, [id]) => askMore(turn, id, 'office'),
  supclose1: async (turn, [id]) => ({
    write: async (tx, by) => {
      await closeSupport(tx, by, idOf(id));
      return redraw(turn, cardScreen(turn, await readCard(turn, id, tx)));
    },
  }),
  supdrop1: async (turn) => ({
    write: async (tx) => {
      await closeDialog(tx, turn.event.chat.address);
      return redraw(turn, await homeScreen(turn, tx));
    },
  }),
};

async function ask(turn: PressTurn): Promise<Answer> {
  actorOf(turn);
  const screen = await readLastScreen(turn);
  const data: Asked = { requestId: null, side: 'asker', screen };
  return {
    write: async (tx) => {
      await openDialog(tx, turn.event.chat.address, { name: 'support', data });
      return redraw(turn, askSupportScreen(screen, turn.texts));
    },
  };
}

/** Asks beneath the message that came: it stays to be read while the words are written. */
async function askMore(
  turn: PressTurn,
  id: string | undefined,
  side: 'asker' | 'office',
): Promise<Answer> {
  const card = await readCard(turn, id);
  const actor = actorOf(turn);
  const may =
    side === 'office' ? can(actor, 'support.answer', null) : card.asker.personId === actor.personId;
  if (!may) {
    throw new Refusal('not-found');
  }
  const data: Asked = { requestId: card.requestId, side, screen: null };
  return {
    write: async (tx) => {
      await openDialog(tx, turn.event.chat.address, { name: 'support', data });
      return say(writeSupportScreen(card, side, turn.texts));
    },
  };
}

function send(turn: TextTurn, { requestId, side, screen }: Asked, text: string): Answer {
  const { event, texts, allTexts, config } = turn;
  const chat = event.chat.address;
  return {
    write: async (tx, by) => {
      await closeDialog(tx, chat);
      if (side === 'office' && requestId !== null) {
        await answerSupport(tx, by, { requestId, text });
        await tellAskers({ texts: allTexts, config }, tx);
        return say(sentSupportScreen(requestId, 'answered', texts));
      }
      const asked = requestId ?? (await askSupport(tx, by, { chat, text, screen }));
      if (requestId !== null) {
        await writeOnSupport(tx, by, { requestId, text });
      }
      const told = await tellOffice(turn, tx, await readCard(turn, String(asked), tx));
      return say(sentSupportScreen(asked, told ? 'asked' : 'askedNobody', texts));
    },
  };
}

async function homeScreen(turn: Turn, tx?: Tx): Promise<Screen> {
  const { db, texts } = turn;
  const actor = actorOf(turn);
  const { personId } = actor;
  const own = await readSupportLines(db, 'own', { personId, limit: OWN_SHOWN }, tx);
  const waiting = can(actor, 'support.answer', null)
    ? await readSupportLines(db, 'waiting', { personId, limit: WAITING_SHOWN }, tx)
    : [];
  return supportScreen({ own, waiting }, texts);
}

function cardScreen(turn: Turn, card: SupportCard): Screen {
  const actor = actorOf(turn);
  const office = can(actor, 'support.answer', null);
  const reader = { personId: actor.personId, office };
  return supportCardScreen(card, reader, turn.texts);
}

/** A question that the caller may read; any other gets what an unknown one gets. */
async function readCard(turn: Turn, id: string | undefined, tx?: Tx): Promise<SupportCard> {
  const card = await readSupportCard(turn.db, idOf(id), tx);
  if (!card || !can(actorOf(turn), 'support.read', card.asker)) {
    throw new Refusal('not-found');
  }
  return card;
}
