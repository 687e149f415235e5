import { Refusal } from '../../db/errors.ts';
import { type ClassFacts, readClassFacts, readOpenClasses } from '../../db/reports/class-facts.ts';
import { type ListedPupil, readClassList } from '../../db/reports/class-list.ts';
import { readFormerPupils } from '../../db/reports/former-pupils.ts';
import {
  askOrderScreen,
  type Confirm,
  confirmScreen,
  type Moving,
  whereToScreen,
} from '../views/class-roll.ts';
import { escapeHtml } from '../views/html.ts';
import { actorOf, penOf } from './actor.ts';
import { openDialog } from './dialogs.ts';
import { idOf } from './press.ts';
import { readFullName, readOrder } from './read-order.ts';
import { type Answer, type PressTurn, redraw, say, type TextTurn, type Turn } from './turn.ts';

/** A movement that waits in the chat: first for its order, then to be confirmed. */
export type Draft = {
  kind: Moving['kind'];
  classId: number;
  /** 0 for an arrival, as is the class of anything but a move. */
  pupilId: number;
  toClassId: number;
  /** How many cards were shown of it: each order written anew makes another one. */
  shown: number;
  ready: Ready | null;
};

export type Ready = {
  day: string;
  order: string;
  name: { lastName: string; firstName: string; middleName: string | null } | null;
};

export async function askWhere(turn: PressTurn, [classArg, pupil]: string[]): Promise<Answer> {
  const classId = idOf(classArg);
  const klass = await readRollClass(turn, classId);
  const [listed, classes] = await Promise.all([
    readPupil(turn, classId, idOf(pupil)),
    readOpenClasses(turn.db),
  ]);
  return redraw(turn, whereToScreen({ klass, pupil: listed, classes }, penOf(turn)));
}

/** A button that asks for the order: of a move, a departure or an arrival. */
export function askOrderOf(kind: Moving['kind']) {
  return async (turn: PressTurn, args: string[]): Promise<Answer> => {
    const [classId = 0, pupilId = 0, toClassId = 0] = args.map((arg) => idOf(arg));
    const draft: Draft = { kind, classId, pupilId, toClassId, shown: 0, ready: null };
    const moving = await readMoving(turn, draft);
    return {
      write: async (tx) => {
        await openDialog(tx, turn.event.chat.address, { name: 'roll', data: draft });
        return redraw(turn, askOrderScreen(moving, penOf(turn)));
      },
    };
  };
}

/** The text that was asked for is the order of the movement that waits. Nothing is written yet. */
export async function answerRoll(turn: TextTurn, data: unknown): Promise<Answer> {
  const draft = data as Draft;
  const { texts, allTexts, config, db } = turn;
  const read = readOrder(turn.event.text);
  if (!read) {
    return say({ text: escapeHtml(texts.classCard.orderUnread) });
  }
  const name = draft.kind === 'arrive' ? readFullName(read.before) : null;
  if (draft.kind === 'arrive' && !name) {
    return say({ text: escapeHtml(texts.classCard.nameUnread) });
  }
  const moving = await readMoving(turn, draft);
  // Kept in the school's own language, whatever this chat speaks.
  const [year, month, day] = read.date.split('-');
  const order = allTexts[config.language].classCard.order(read.number, `${day}.${month}.${year}`);
  const ready: Ready = { day: read.day ?? read.date, order, name };
  const shown = draft.shown + 1;
  const former = name ? await readFormerPupils(db, name) : [];
  const confirm: Confirm = {
    moving,
    draft: shown,
    day: ready.day,
    order,
    arriving: name && { name, former },
  };
  return {
    write: async (tx) => {
      const kept: Draft = { ...draft, shown, ready };
      await openDialog(tx, turn.event.chat.address, { name: 'roll', data: kept });
      return say(confirmScreen(confirm, penOf(turn)));
    },
  };
}

/** What a draft is about, read anew; refuses a class whose list the caller may not change. */
export async function readMoving(turn: Turn, draft: Draft): Promise<Moving> {
  const { classId, pupilId, toClassId } = draft;
  const klass = await readRollClass(turn, classId);
  if (draft.kind === 'arrive') {
    return { kind: 'arrive', klass };
  }
  const pupil = await readPupil(turn, classId, pupilId);
  if (draft.kind === 'leave') {
    return { kind: 'leave', klass, pupil };
  }
  const classes = await readOpenClasses(turn.db);
  const to = classes.find((one) => one.classId === toClassId);
  if (!to) {
    throw new Refusal('not-found');
  }
  return { kind: 'move', klass, pupil, to };
}

function readRollClass(turn: Turn, classId: number): Promise<ClassFacts> {
  return readClassFacts(turn.db, actorOf(turn), { classId, action: 'class.roll' });
}

async function readPupil(turn: Turn, classId: number, pupilId: number): Promise<ListedPupil> {
  const [pupil] = await readClassList(turn.db, { classId, pupilId });
  if (!pupil) {
    throw new Refusal('not-found');
  }
  return pupil;
}
