import type { By } from '../../db/actions/by.ts';
import { cancelBehaviour } from '../../db/actions/cancel-behaviour.ts';
import { checkBehaviourText, writeBehaviour } from '../../db/actions/write-behaviour.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import type { BehaviourKind } from '../../db/reports/behaviour-notes.ts';
import { type BehaviourPupil, readBehaviourPupils } from '../../db/reports/behaviour-pupils.ts';
import { readFamilies } from '../../db/reports/families.ts';
import { can } from '../../db/rules/access.ts';
import {
  doneScreen,
  noteDraft,
  pickScreen,
  textScreen,
  writtenScreen,
} from '../views/behaviour-pick.ts';
import { readUndoArg } from './behaviour-presses.ts';
import { closeDialog, openDialog, readDialog } from './dialogs.ts';
import { enterMarks } from './enter.ts';
import { looksLikeEntry } from './entry/looks-like-entry.ts';
import { idOf, type PressTable, readId } from './press.ts';
import type { Said } from './reply.ts';
import { tellOfCancelled, tellOfNotes } from './tell-of-behaviour.ts';
import {
  type Answer,
  type PressTurn,
  redraw,
  type Screen,
  say,
  type TextTurn,
  type Turn,
} from './turn.ts';

/** A note in the making: of whom, which kind, and what, as far as it was said. */
type NoteData = {
  classId: number;
  pupilIds: number[];
  kind?: BehaviourKind;
  draft?: { number: number; text: string };
};

/** Opens a class to tick pupils in. */
export async function openPick(turn: Turn, classId: number): Promise<Answer> {
  return {
    write: async (tx, by) => say(await keep(tx, by, turn, { classId, pupilIds: [] })),
  };
}

/** Free text while a note is being made is its text. */
export async function answerBehaviour(turn: TextTurn, data: unknown): Promise<Answer> {
  const { event, caller } = turn;
  const note = data as NoteData;
  const teaches = caller?.actor.roles.includes('teacher') ?? false;
  if (note.kind === undefined && teaches && looksLikeEntry(event.text)) {
    return enterMarks(turn, event.text);
  }
  const text = event.text.trim();
  return note.kind === undefined
    ? { write: async (tx, by) => say(await keep(tx, by, turn, note)) }
    : draft(turn, note, text, say);
}

export const behaviourWritePresses: PressTable = {
  bclass1: async (turn, [classArg, page]) =>
    change(turn, idOf(classArg), idOf(page), ({ kind: _, draft: __, ...note }) => note),
  btick1: async (turn, [classArg, pupil, chosen, page]) => {
    const pupilId = idOf(pupil);
    return change(turn, idOf(classArg), idOf(page), ({ classId, pupilIds }) => {
      const others = pupilIds.filter((id) => id !== pupilId);
      return { classId, pupilIds: chosen === '1' ? [...others, pupilId] : others };
    });
  },
  bkind1: async (turn, [kind]) => {
    const note = await readNoteData(turn);
    if (!note || note.pupilIds.length === 0 || (kind !== 'good' && kind !== 'bad')) {
      return gone(turn);
    }
    const { classId, pupilIds } = note;
    return {
      write: async (tx, by) => redraw(turn, await keep(tx, by, turn, { classId, pupilIds, kind })),
    };
  },
  btext1: async (turn, [index]) => {
    const note = await readNoteData(turn);
    const text = note?.kind && turn.texts.behaviour.templates[note.kind][readId(index) ?? -1];
    return note && text ? draft(turn, note, text, (screen) => redraw(turn, screen)) : gone(turn);
  },
  bwrite1: write,
  bdrop1: async (turn) => {
    const note = await readNoteData(turn);
    const screen = (classId: number | null) =>
      redraw(turn, doneScreen(turn.texts.behaviour.dropped, classId, turn.texts));
    return note
      ? {
          write: async (tx) => {
            await closeDialog(tx, turn.event.chat.address);
            return screen(note.classId);
          },
        }
      : screen(null);
  },
  bundo1: undo,
};

/** Keeps the text and shows the note as it would be written. */
function draft(
  turn: Turn,
  { classId, pupilIds, kind }: NoteData,
  text: string,
  reply: (screen: Screen) => Said,
): Answer {
  checkBehaviourText(text);
  return {
    write: async (tx, by) => {
      const number = readId(/^chat:(\d+)$/.exec(by.operation)?.[1]) ?? 0;
      const note = { classId, pupilIds, ...(kind ? { kind } : {}), draft: { number, text } };
      return reply(await keep(tx, by, turn, note));
    },
  };
}

function change(
  turn: PressTurn,
  classId: number,
  page: number,
  next: (note: NoteData) => NoteData,
): Answer {
  return {
    write: async (tx, by) => {
      const open = await readNoteData(turn, tx);
      const note = open?.classId === classId ? open : { classId, pupilIds: [] };
      return redraw(turn, await keep(tx, by, turn, next(note), page));
    },
  };
}

async function write(turn: PressTurn, [number]: string[]): Promise<Answer> {
  const { caller, texts, config, event } = turn;
  const note = await readNoteData(turn);
  if (!caller || !note?.kind || !note.draft || note.draft.number !== readId(number)) {
    return gone(turn);
  }
  const { classId, pupilIds, kind } = note;
  const { text } = note.draft;
  return {
    write: async (tx, by) => {
      const notes = await writeBehaviour(tx, by, { classId, pupilIds, kind, text });
      const { operation } = by;
      const written = { operation, classId, kind, text, notes, author: caller };
      const families = await tellOfNotes(turn, tx, written);
      await closeDialog(tx, event.chat.address);
      const pupils = notes.map(({ pupil }) => pupil);
      const screen = { classId, kind, pupils, text, operation, families };
      return redraw(turn, writtenScreen(screen, texts, config.names));
    },
  };
}

async function undo(turn: PressTurn, [number]: string[]): Promise<Answer> {
  const operation = readUndoArg(number);
  if (operation === null) {
    return { replies: [], toast: turn.texts.common.buttonOutdated };
  }
  return {
    write: async (tx, by) => {
      const notes = await cancelBehaviour(tx, by, { operation });
      await tellOfCancelled(turn, tx, { operation, notes });
      const { texts } = turn;
      const classId = notes[0]?.classId ?? null;
      return redraw(turn, doneScreen(texts.behaviour.undone(notes.length), classId, texts));
    },
  };
}

/** Keeps a note and draws the step it is at. Refuses a class whose pupils aren't the writer's. */
async function keep(tx: Tx, by: By, turn: Turn, note: NoteData, page = 0): Promise<Screen> {
  const { db, texts, config, event } = turn;
  const { names } = config;
  const { classId, kind } = note;
  const all = await readBehaviourPupils(db, classId, tx);
  const pupils = all.filter((pupil) => can(by.actor, 'behaviour.write', pupil));
  if (pupils.length === 0) {
    throw new Refusal('not-allowed');
  }
  const chosen = pupils.filter(({ pupilId }) => note.pupilIds.includes(pupilId));
  const pupilIds = chosen.map(({ pupilId }) => pupilId);
  await openDialog(tx, event.chat.address, { name: 'behaviour', data: { ...note, pupilIds } });
  if (kind === undefined || chosen.length === 0) {
    const leads = by.actor.classIds.includes(classId);
    return pickScreen({ classId, pupils, chosen: pupilIds, page, leads }, texts, names);
  }
  if (!note.draft) {
    return textScreen({ classId, kind, pupils: chosen }, texts, names);
  }
  const families = await readFamilies(db, { classId, pupilIds }, tx);
  const shown = { classId, kind, pupils: chosen as readonly BehaviourPupil[], families };
  return noteDraft({ ...shown, ...note.draft }, texts, names);
}

async function readNoteData(turn: Turn, tx?: Tx): Promise<NoteData | null> {
  const dialog = await readDialog(turn.db, turn.event.chat.address, tx);
  return dialog?.name === 'behaviour' ? (dialog.data as NoteData) : null;
}

function gone({ texts }: PressTurn): Answer {
  return { replies: [], toast: texts.behaviour.draftGone };
}
