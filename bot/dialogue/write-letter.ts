import type { By } from '../../db/actions/by.ts';
import { LANES } from '../../db/actions/queue-messages.ts';
import { type Content, checkContent } from '../../db/actions/store-messages.ts';
import { type SentLetter, writeToFamilies } from '../../db/actions/write-to-families.ts';
import { Refusal } from '../../db/errors.ts';
import type { Db, Tx } from '../../db/open.ts';
import { readFamilies } from '../../db/reports/families.ts';
import { escapeHtml } from '../views/html.ts';
import { draftCard, sentCard } from '../views/letter.ts';
import { writeClassScreen } from '../views/write-class.ts';
import { actorOf } from './actor.ts';
import { type ContentTurn, contentOf } from './content.ts';
import { deliver } from './deliver.ts';
import { closeDialog, openDialog, readDialog } from './dialogs.ts';
import { enterMarks } from './enter.ts';
import { looksLikeEntry } from './entry/looks-like-entry.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw, type Screen, say, type Turn } from './turn.ts';

/** A letter in the making: to whom, and what, once it was written. `number` names this draft. */
type LetterData = {
  classId: number;
  pupilIds: number[];
  draft?: { number: number; content: Content };
};

/** Opens the list of a class to tick families on; what is written from then on is the letter. */
export async function openLetter(turn: Turn, classId: number, text: string): Promise<Answer> {
  checkClass(turn, classId);
  const content = { text: text.trim(), file: null };
  checkContent(content);
  return {
    write: async (tx, by) => {
      const draft = content.text === '' ? {} : { draft: { number: numberOf(by), content } };
      return say(await keep(tx, turn, { classId, pupilIds: [], ...draft }, 0));
    },
  };
}

/** What a class teacher writes or shows while families are being ticked is the letter's draft. */
export async function answerLetter(turn: ContentTurn, data: unknown): Promise<Answer> {
  const { event, caller, texts } = turn;
  const letter = data as LetterData;
  const teaches = caller?.actor.roles.includes('teacher') ?? false;
  const begun = letter.pupilIds.length > 0 || letter.draft !== undefined;
  if (event.kind === 'text' && teaches && !begun && looksLikeEntry(event.text)) {
    return enterMarks({ ...turn, event }, event.text);
  }
  const content = contentOf(event);
  return content
    ? draftLetter(turn, letter, content)
    : say({ text: escapeHtml(texts.letters.photosOnly) });
}

/** Keeps what was written and shows it as it would be sent. */
export function draftLetter(
  turn: Turn,
  { classId, pupilIds }: Pick<LetterData, 'classId' | 'pupilIds'>,
  content: Content,
): Answer {
  checkContent(content);
  checkClass(turn, classId);
  return {
    write: async (tx, by) => {
      const draft = { number: numberOf(by), content };
      return say(await keep(tx, turn, { classId, pupilIds, draft }, 0, true));
    },
  };
}

/** Stores a letter and puts it on its way: one family's at once, many after what is urgent. */
export async function sendLetter(
  tx: Tx,
  by: By,
  turn: Turn,
  to: Pick<LetterData, 'classId' | 'pupilIds'>,
  content: Content,
): Promise<SentLetter> {
  const letter = await writeToFamilies(tx, by, { ...to, content });
  const { caller } = turn;
  if (!caller) {
    throw new Refusal('not-allowed');
  }
  const author = { ...caller, personId: by.actor.personId, relation: null };
  const deliveries = letter.sent.map(({ messageId, family }) => ({
    message: {
      ...content,
      messageId,
      side: 'school' as const,
      author,
      pupil: family,
      className: family.className,
    },
    to: family.recipients,
  }));
  const lane = letter.sent.length > 1 ? LANES.notice : LANES.urgent;
  await deliver(turn, tx, deliveries, { lane, silent: false });
  return letter;
}

export const letterPresses: PressTable = {
  wclass1: async (turn, [classArg, page]) => {
    const classId = idOf(classArg);
    return change(turn, classId, idOf(page), (letter) => letter);
  },
  wtick1: async (turn, [classArg, pupil, chosen, page]) => {
    const pupilId = idOf(pupil);
    return change(turn, idOf(classArg), idOf(page), (letter) => {
      const others = letter.pupilIds.filter((id) => id !== pupilId);
      return { ...letter, pupilIds: chosen === '1' ? [...others, pupilId] : others };
    });
  },
  wall1: async (turn, [classArg, chosen]) =>
    change(turn, idOf(classArg), 0, (letter, all) => ({
      ...letter,
      pupilIds: chosen === '1' ? all : [],
    })),
  wlook1: async (turn) => {
    const letter = await readLetter(turn.db, turn);
    return letter?.draft && letter.pupilIds.length > 0
      ? redraw(turn, await draw(turn, letter, 0, true))
      : gone(turn);
  },
  wsend1: send,
};

/** Changes who is ticked and draws the list again. */
function change(
  turn: PressTurn,
  classId: number,
  page: number,
  next: (letter: LetterData, all: number[]) => LetterData,
): Answer {
  checkClass(turn, classId);
  return {
    write: async (tx) => {
      const open = await readLetter(turn.db, turn, tx);
      const letter = open?.classId === classId ? open : { classId, pupilIds: [] };
      const families = await readFamilies(turn.db, { classId }, tx);
      const all = families.map(({ pupilId }) => pupilId);
      return redraw(turn, await keep(tx, turn, next(letter, all), page));
    },
  };
}

async function send(turn: PressTurn, [number]: string[]): Promise<Answer> {
  const { db, texts, config, event } = turn;
  const letter = await readLetter(db, turn);
  if (!letter?.draft || letter.draft.number !== readId(number) || letter.pupilIds.length === 0) {
    return gone(turn);
  }
  const { classId, pupilIds, draft } = letter;
  checkClass(turn, classId);
  return {
    write: async (tx, by) => {
      // Who has left the class since they were ticked is left out.
      const families = await readFamilies(db, { classId, pupilIds }, tx);
      const to = { classId, pupilIds: families.map(({ pupilId }) => pupilId) };
      const { sent, unreached } = await sendLetter(tx, by, turn, to, draft.content);
      await closeDialog(tx, event.chat.address);
      const result = { classId, operation: by.operation, count: sent.length, unreached };
      return redraw(turn, sentCard(result, texts, config.names));
    },
  };
}

async function keep(
  tx: Tx,
  turn: Turn,
  letter: LetterData,
  page: number,
  whole = false,
): Promise<Screen> {
  await openDialog(tx, turn.event.chat.address, { name: 'letter', data: letter });
  return draw(turn, letter, page, whole, tx);
}

/** The draft, where there is one to show `whole`; else the list to tick families on. */
async function draw(
  { db, texts, config }: Turn,
  { classId, pupilIds, draft }: LetterData,
  page: number,
  whole: boolean,
  tx?: Tx,
): Promise<Screen> {
  const families = await readFamilies(db, { classId }, tx);
  const chosen = families.filter(({ pupilId }) => pupilIds.includes(pupilId));
  const className = families[0]?.className ?? '';
  if (whole && draft && chosen.length > 0) {
    const card = { classId, className, families: chosen, ...draft };
    return draftCard(card, texts, config.names);
  }
  const ids = chosen.map(({ pupilId }) => pupilId);
  const screen = { classId, className, families, chosen: ids, page, drafted: draft !== undefined };
  return writeClassScreen(screen, texts, config.names);
}

async function readLetter(db: Db, { event }: Turn, tx?: Tx): Promise<LetterData | null> {
  const dialog = await readDialog(db, event.chat.address, tx);
  return dialog?.name === 'letter' ? (dialog.data as LetterData) : null;
}

function checkClass(turn: Turn, classId: number): void {
  if (!actorOf(turn).classIds.includes(classId)) {
    throw new Refusal('not-allowed');
  }
}

/** The number of the event that made a draft: no other draft ever has it. */
function numberOf({ operation }: By): number {
  return readId(/^chat:(\d+)$/.exec(operation)?.[1]) ?? 0;
}

function gone({ texts }: PressTurn): Answer {
  return { replies: [], toast: texts.letters.draftGone };
}
