import type { By } from '../../db/actions/by.ts';
import { checkThread } from '../../db/actions/check-thread.ts';
import { markRead } from '../../db/actions/mark-read.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readClassNames } from '../../db/reports/class-names.ts';
import {
  readMessage,
  readThread,
  readThreads,
  type ThreadMessage,
} from '../../db/reports/thread.ts';
import { arrivedMessage } from '../views/message.ts';
import { threadScreen, threadsScreen } from '../views/thread.ts';
import { actorOf } from './actor.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw, type Screen, say } from './turn.ts';
import { saw } from './viewed.ts';

/** Reading correspondence: a thread, the threads of a class, a message that came. */
export const threadPresses: PressTable = {
  wthread1: openThread,
  wthreads1: openThreads,
  wread1: read,
  wphoto1: showPhoto,
};

// More would not fit on a phone.
const PAGE = 5;

/** Opening a thread reads it. */
async function openThread(turn: PressTurn, [classArg, pupil, oldest]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const place = { classId: idOf(classArg), pupilId: idOf(pupil) };
  const before = readId(oldest) || null;
  return {
    write: async (tx, by) => {
      const { seat, side } = await markRead(tx, by, place);
      saw(turn, side, 'letters', place.pupilId);
      const page = await readThread(db, { ...place, before, limit: PAGE }, tx);
      const reader = by.actor.personId;
      const shown = { seat, side, reader, ...page, past: before !== null };
      return redraw(turn, threadScreen(shown, texts, config.names));
    },
  };
}

async function openThreads(turn: PressTurn, [classArg, pageArg]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const classId = idOf(classArg);
  const own = actorOf(turn).classIds.includes(classId);
  const [schoolClass] = own ? await readClassNames(db, [classId]) : [];
  if (!schoolClass) {
    throw new Refusal('not-allowed');
  }
  const threads = await readThreads(db, classId);
  const shown = { ...schoolClass, threads, page: idOf(pageArg) };
  return redraw(turn, threadsScreen(shown, texts, config.names));
}

/** «Read» under a message that came: it stays as it is, without the button. */
async function read(turn: PressTurn, [id]: string[]): Promise<Answer> {
  const message = await messageOf(turn, id);
  return {
    write: async (tx, by) => {
      const { classId, pupilId, messageId } = message;
      await markRead(tx, by, { classId, pupilId, upTo: messageId });
      return redraw(turn, await arrived(tx, by, turn, message));
    },
  };
}

async function showPhoto(turn: PressTurn, [id]: string[]): Promise<Answer> {
  const message = await messageOf(turn, id);
  return { write: async (tx, by) => say(await arrived(tx, by, turn, message)) };
}

async function messageOf({ db }: PressTurn, id: string | undefined): Promise<ThreadMessage> {
  const message = await readMessage(db, idOf(id));
  if (!message) {
    throw new Refusal('not-found');
  }
  return message;
}

/** A message as it came, for whoever may read its thread. */
async function arrived(
  tx: Tx,
  by: By,
  { texts, config }: PressTurn,
  message: ThreadMessage,
): Promise<Screen> {
  const { seat } = await checkThread(tx, by, message, 'thread.read');
  const shown = { ...message, pupil: seat, className: seat.className };
  return arrivedMessage(shown, { read: true }, texts, config.names);
}
