import { acknowledgeBehaviour } from '../../db/actions/acknowledge-behaviour.ts';
import { Refusal } from '../../db/errors.ts';
import type { Tx } from '../../db/open.ts';
import { readNote, readNoteCounts, readPupilNotes } from '../../db/reports/behaviour-notes.ts';
import { readClassYear } from '../../db/reports/class-year.ts';
import { readSeat } from '../../db/reports/seat.ts';
import { can } from '../../db/rules/access.ts';
import { childNotesScreen, classNotesScreen, pupilNotesScreen } from '../views/behaviour-notes.ts';
import { toldNote } from '../views/behaviour-told.ts';
import { actorOf } from './actor.ts';
import { readFamily } from './family.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { type Answer, type PressTurn, redraw, type Screen, say, type Turn } from './turn.ts';
import { saw } from './viewed.ts';

/** Reading behaviour notes: the class teacher of the class, a parent of the own child. */
export const behaviourNotesPresses: PressTable = {
  bnotes1: openClass,
  bpupil1: openPupil,
  bchild1: async (turn, [pupil, before]) =>
    redraw(turn, await childScreen(turn, idOf(pupil), readId(before) || null)),
  bknow1: acknowledge,
};

// A note takes three lines; more than so many don't fit on a phone.
const PAGE = 5;

/** The first child's newest notes. */
export async function showChildNotes(turn: Turn): Promise<Answer> {
  return say(await childScreen(turn, null, null));
}

async function openClass(turn: PressTurn, [classArg, pageArg]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const classId = idOf(classArg);
  const own = actorOf(turn).classIds.includes(classId);
  const year = own ? await readClassYear(db, classId) : null;
  if (!year) {
    throw new Refusal('not-allowed');
  }
  const { startsOn: from, endsOn: to, className } = year;
  const pupils = await readNoteCounts(db, { classId, from, to });
  const page = idOf(pageArg);
  return redraw(turn, classNotesScreen({ classId, className, pupils, page }, texts, config.names));
}

async function openPupil(turn: PressTurn, [classArg, pupil, oldest]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const actor = actorOf(turn);
  const { personId } = actor;
  const [classId, pupilId] = [idOf(classArg), idOf(pupil)];
  const seat = await readSeat(db, { classId, pupilId, personId });
  if (!seat || !can(actor, 'behaviour.read', seat)) {
    throw new Refusal('not-allowed');
  }
  saw(turn, 'school', 'behaviour', pupilId);
  const before = readId(oldest) || null;
  const page = await readPupilNotes(db, { pupilId, readerId: personId, before, limit: PAGE });
  const shown = { ...page, past: before !== null };
  return redraw(turn, pupilNotesScreen(seat, shown, texts, config.names));
}

async function childScreen(
  turn: Turn,
  pupilId: number | null,
  before: number | null,
  tx?: Tx,
): Promise<Screen> {
  const { db, texts, config } = turn;
  const family = await readFamily(turn, pupilId);
  if ('instead' in family) {
    return family.instead;
  }
  saw(turn, 'family', 'behaviour', family.child.pupilId);
  const of = { pupilId: family.child.pupilId, readerId: actorOf(turn).personId };
  const page = await readPupilNotes(db, { ...of, before, limit: PAGE }, tx);
  return childNotesScreen(family, { ...page, past: before !== null }, texts, config.names);
}

/** A parent has read a note: the message they were told by, or the list, is drawn again. */
async function acknowledge(turn: PressTurn, [id, place]: string[]): Promise<Answer> {
  const { db, texts, config } = turn;
  const noteId = idOf(id);
  return {
    write: async (tx, by) => {
      await acknowledgeBehaviour(tx, by, { noteId });
      const note = await readNote(db, { noteId, readerId: by.actor.personId }, tx);
      if (!note) {
        throw new Refusal('stale');
      }
      if (place === 'list') {
        return redraw(turn, await childScreen(turn, note.pupilId, null, tx));
      }
      const child = await tx.db.models.Pupil.findByPk(note.pupilId, {
        transaction: tx.transaction,
      });
      const named = { lastName: child?.lastName ?? '', firstName: child?.firstName ?? '' };
      return redraw(turn, toldNote(note, named, texts, config.names));
    },
  };
}
