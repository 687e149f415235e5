import type { CancelledNote } from '../../db/actions/cancel-behaviour.ts';
import { LANES, type NewMessage, queueMessages } from '../../db/actions/queue-messages.ts';
import type { Tx } from '../../db/open.ts';
import type { BehaviourKind } from '../../db/reports/behaviour-notes.ts';
import type { BehaviourPupil } from '../../db/reports/behaviour-pupils.ts';
import type { Caller } from '../../db/reports/caller.ts';
import { type Family, readClassTeacher, readFamilies } from '../../db/reports/families.ts';
import type { Texts } from '../texts/ru.ts';
import { toldCancelled, toldClassTeacher } from '../views/behaviour-told.ts';
import { pupilList } from '../views/pupil-title.ts';
import type { Screen, Turn } from './turn.ts';

export type WrittenNotes = {
  operation: string;
  classId: number;
  kind: BehaviourKind;
  text: string;
  notes: readonly { noteId: number; pupil: BehaviourPupil }[];
  author: Caller;
};

/**
 * Tells the class teacher of what a colleague wrote; parents have their notices. Returns the
 * families, with whether they can be told.
 */
export async function tellOfNotes(turn: Turn, tx: Tx, written: WrittenNotes): Promise<Family[]> {
  const { config } = turn;
  const { classId, kind, text, notes, author, operation } = written;
  const pupils = notes.map(({ pupil }) => pupil);
  const pupilIds = pupils.map(({ pupilId }) => pupilId);
  const families = await readFamilies(tx.db, { classId, pupilIds }, tx);
  const date = tx.today;
  const className = pupils[0]?.className ?? '';
  const told = await classTeacherOf(tx, classId, author.actor.personId);
  const of = { classId, className, kind, text, date, author, pupils };
  await queueMessages(
    tx,
    toldTo(turn, told, `${operation}:new`, (texts) => toldClassTeacher(of, texts, config.names)),
  );
  return families;
}

/** Tells the class teacher that notes of a colleague were taken back. */
export async function tellOfCancelled(
  turn: Turn,
  tx: Tx,
  { operation, notes }: { operation: string; notes: readonly CancelledNote[] },
): Promise<void> {
  const [first] = notes;
  if (!first) {
    return;
  }
  const { config, caller } = turn;
  const { classId } = first;
  const pupilIds = notes.map(({ pupilId }) => pupilId);
  const families = await readFamilies(tx.db, { classId, pupilIds }, tx);
  const told = await classTeacherOf(tx, classId, caller?.actor.personId ?? 0);
  await queueMessages(
    tx,
    toldTo(turn, told, `${operation}:cancelled`, (texts) =>
      toldCancelled(first, pupilList(families, config.names), texts),
    ),
  );
}

/** The class teacher's chats, unless it is they who wrote. */
async function classTeacherOf(tx: Tx, classId: number, authorId: number) {
  const teacher = await readClassTeacher(tx.db, classId, tx);
  return teacher === null || teacher.personId === authorId ? [] : teacher.recipients;
}

function toldTo(
  { allTexts, config }: Turn,
  recipients: Family['recipients'],
  key: string,
  screenOf: (texts: Texts) => Screen,
): NewMessage[] {
  return recipients.map(({ address, language }) => ({
    dedupeKey: `behaviour:${key}:${address}`,
    chat: address,
    lane: LANES.notice,
    payload: screenOf(allTexts[language ?? config.language]),
  }));
}
