import type { BehaviourKind, BehaviourNote } from '../../db/reports/behaviour-notes.ts';
import type { RosterPupil } from '../../db/reports/roster.ts';
import { childNotesPress, classNotesPress, knowPress } from '../dialogue/behaviour-presses.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { childName } from './child-name.ts';
import { bold, escapeHtml } from './html.ts';
import { type NamedPerson, personName } from './person-name.ts';
import { pupilList } from './pupil-title.ts';

type Names = DialogueConfig['names'];

/** A note as a parent is told of it, until they say that they have read it and after. */
export function toldNote(
  note: Omit<BehaviourNote, 'acknowledged'>,
  child: { lastName: string; firstName: string },
  texts: Texts,
  names: Names,
): Screen {
  const { behaviour } = texts;
  const { noteId, pupilId, kind, text, acknowledgedByReader } = note;
  const lines = [
    bold(behaviour.told(behaviour.kinds[kind], childName(child, names))),
    escapeHtml(text),
    escapeHtml(authorLine(note, texts, names)),
    ...(acknowledgedByReader ? [escapeHtml(behaviour.acknowledged)] : []),
  ];
  const know = { text: behaviour.acknowledge, press: knowPress(noteId, 'message') };
  const all = { text: behaviour.allNotes, press: childNotesPress(pupilId, null) };
  return { text: lines.join('\n'), buttons: [acknowledgedByReader ? [all] : [know, all]] };
}

/** What a colleague wrote, as the class teacher hears of it. */
export function toldClassTeacher(
  of: {
    classId: number;
    className: string;
    kind: BehaviourKind;
    text: string;
    date: string;
    author: NamedPerson;
    pupils: readonly RosterPupil[];
  },
  texts: Texts,
  names: Names,
): Screen {
  const { behaviour } = texts;
  return {
    text: [
      bold(behaviour.toldInClass(behaviour.kinds[of.kind], of.className)),
      escapeHtml(pupilList(of.pupils, names)),
      escapeHtml(of.text),
      escapeHtml(authorLine(of, texts, names)),
    ].join('\n'),
    buttons: [[{ text: behaviour.classNotes, press: classNotesPress(of.classId, 0) }]],
  };
}

/** That a note was taken back; `child` is named as the reader's messages name pupils. */
export function toldCancelled(
  { kind, date }: { kind: BehaviourKind; date: string },
  child: string,
  { behaviour, school }: Texts,
): Screen {
  return { text: escapeHtml(behaviour.cancelled(behaviour.kinds[kind], school.date(date), child)) };
}

/** «Соколова Вера Ивановна, 12 октября» */
export function authorLine(
  { author, date }: { author: NamedPerson; date: string },
  { behaviour, school }: Texts,
  names: Names,
): string {
  return behaviour.author(personName(author, names) ?? behaviour.teacher, school.date(date));
}
