import type { By } from '../../db/actions/by.ts';
import { checkThread, type ThreadPlace } from '../../db/actions/check-thread.ts';
import { markRead } from '../../db/actions/mark-read.ts';
import { LANES } from '../../db/actions/queue-messages.ts';
import type { Content } from '../../db/actions/store-messages.ts';
import { writeToSchool } from '../../db/actions/write-to-school.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readOffice } from '../../db/reports/office.ts';
import { readMessage } from '../../db/reports/thread.ts';
import type { Texts } from '../texts/ru.ts';
import { escapeHtml } from '../views/html.ts';
import { sentCard } from '../views/letter.ts';
import { pupilTitle } from '../views/pupil-title.ts';
import { askParentScreen, askTeacherScreen, droppedScreen, sentScreen } from '../views/write.ts';
import { type ContentTurn, contentOf } from './content.ts';
import { deliver } from './deliver.ts';
import { closeDialog, openDialog, readDialog } from './dialogs.ts';
import { looksLikeEntry } from './entry/looks-like-entry.ts';
import { idOf, type PressTable } from './press.ts';
import type { Said } from './reply.ts';
import { type Answer, type PressTurn, redraw, type Screen, say, type Turn } from './turn.ts';
import { draftLetter, sendLetter } from './write-letter.ts';

/** Asks for one message to the other side of a thread, if the actor may write there. */
export function askToWrite(
  turn: Turn,
  place: ThreadPlace,
  reply: (screen: Screen) => Said,
): Answer {
  return { write: async (tx, by) => reply(await ask(tx, by, turn, place)) };
}

/** The text or photo that was asked for is sent. */
export async function answerMessage(turn: ContentTurn, data: unknown): Promise<Answer> {
  const { event, caller, texts } = turn;
  const place = data as ThreadPlace;
  const content = contentOf(event);
  if (!content) {
    return say({ text: escapeHtml(texts.letters.photosOnly) });
  }
  const teaches = caller?.actor.roles.includes('teacher') ?? false;
  if (teaches && event.kind === 'text' && looksLikeEntry(event.text)) {
    // Marks that were meant for the journal must not go to a family by mistake.
    return draftLetter(turn, { classId: place.classId, pupilIds: [place.pupilId] }, content);
  }
  return sendMessage(turn, place, content, say);
}

/** Sends one message to the other side of a thread and says what became of it. */
export function sendMessage(
  turn: Turn,
  place: ThreadPlace,
  content: Content,
  reply: (screen: Screen) => Said,
): Answer {
  return {
    write: async (tx, by) => {
      const screen = by.actor.classIds.includes(place.classId)
        ? await toFamily(tx, by, turn, place, content)
        : await toSchool(tx, by, turn, place, content);
      await closeDialog(tx, turn.event.chat.address);
      return reply(screen);
    },
  };
}

export const messagePresses: PressTable = {
  wask1: async (turn, [classArg, pupil]) => {
    const place = { classId: idOf(classArg), pupilId: idOf(pupil) };
    return askToWrite(turn, place, (screen) => redraw(turn, screen));
  },
  wreply1: reply,
  wdrop1: drop,
};

/** «Answer» under a message that came: it was read, and the next words go to its writer. */
async function reply(turn: PressTurn, [id]: string[]): Promise<Answer> {
  const message = await readMessage(turn.db, idOf(id));
  if (!message) {
    throw new Refusal('not-found');
  }
  const { classId, pupilId, messageId } = message;
  return {
    write: async (tx, by) => {
      await markRead(tx, by, { classId, pupilId, upTo: messageId });
      return say(await ask(tx, by, turn, { classId, pupilId }));
    },
  };
}

async function drop(turn: PressTurn): Promise<Answer> {
  const { db, event, texts } = turn;
  const open = await readDialog(db, event.chat.address);
  if (open?.name !== 'letter' && open?.name !== 'message') {
    return redraw(turn, droppedScreen(null, texts));
  }
  const place = open.data as { classId: number; pupilId?: number };
  const screen = droppedScreen(place, texts);
  return {
    write: async (tx) => {
      await closeDialog(tx, event.chat.address);
      return redraw(turn, screen);
    },
  };
}

async function ask(tx: Tx, by: By, turn: Turn, place: ThreadPlace): Promise<Screen> {
  const { db, texts, config, event } = turn;
  const { seat, side } = await checkThread(tx, by, place, 'thread.write');
  await openDialog(tx, event.chat.address, { name: 'message', data: place });
  return side === 'school'
    ? askTeacherScreen(seat, texts, config.names)
    : askParentScreen(seat, await readOffice(db, seat, tx), texts, config.names);
}

async function toFamily(
  tx: Tx,
  by: By,
  turn: Turn,
  { classId, pupilId }: ThreadPlace,
  content: Content,
): Promise<Screen> {
  const { texts, config } = turn;
  const { sent, unreached } = await sendLetter(
    tx,
    by,
    turn,
    { classId, pupilIds: [pupilId] },
    content,
  );
  const [reached] = sent;
  if (!reached) {
    return sentCard({ classId, operation: by.operation, count: 0, unreached }, texts, config.names);
  }
  const sentence = texts.letters.sentToFamily(pupilTitle(reached.family, config.names));
  return sentScreen(sentence, { classId, pupilId }, texts);
}

async function toSchool(
  tx: Tx,
  by: By,
  turn: Turn,
  place: ThreadPlace,
  content: Content,
): Promise<Screen> {
  const { db, texts } = turn;
  const { messageId, seat, to } = await writeToSchool(tx, by, { ...place, content });
  const office = await readOffice(db, seat, tx);
  const message = await readMessage(db, messageId, tx);
  if (message) {
    const arrived = { ...message, pupil: seat, className: seat.className };
    await deliver(turn, tx, [{ message: arrived, to }], {
      lane: LANES.urgent,
      silent: !office.open,
    });
  }
  return sentScreen(sentence(to.length > 0, office.open, texts), place, texts);
}

function sentence(linked: boolean, open: boolean, { letters }: Texts): string {
  if (!linked) {
    return letters.teacherNotLinked;
  }
  return open ? letters.sentToTeacher : letters.sentSilently;
}
