import type { BehaviourNote, NoteCounts } from '../../db/reports/behaviour-notes.ts';
import type { Seat } from '../../db/reports/seat.ts';
import {
  childNotesPress,
  classNotesPress,
  knowPress,
  pickPress,
  pupilNotesPress,
} from '../dialogue/behaviour-presses.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig, Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { authorLine } from './behaviour-told.ts';
import { childName } from './child-name.ts';
import { childrenRows, type Family, homeRow } from './children-row.ts';
import { bold, escapeHtml } from './html.ts';
import { arrowRow, pageOf } from './pages.ts';
import { pupilName } from './pupil-name.ts';
import { pupilTitle } from './pupil-title.ts';
import { rowsOf } from './rows.ts';

type Names = DialogueConfig['names'];

/** A page of notes; `past` is not at the newest. */
export type NotesPage = { notes: readonly BehaviourNote[]; older: boolean; past: boolean };

/** Pupils of a class with how many notes of each kind they have. */
export function classNotesScreen(
  of: { classId: number; className: string; pupils: readonly NoteCounts[]; page: number },
  { behaviour, invites }: Texts,
  names: Names,
): Screen {
  const { classId, pupils, page } = of;
  const buttons = pageOf(pupils, page).map((pupil) => ({
    text: behaviour.counts(pupilName(pupil, names), pupil.good, pupil.bad),
    press: pupilNotesPress({ classId, pupilId: pupil.pupilId }, null),
  }));
  const hint = pupils.length > 0 ? behaviour.countsLegend : behaviour.noNotesInClass;
  return {
    text: [bold(behaviour.notesTitle(of.className)), escapeHtml(hint)].join('\n'),
    buttons: [
      ...rowsOf(buttons, 2),
      ...arrowRow(pupils.length, page, invites, (to) => classNotesPress(classId, to)),
      [{ text: behaviour.toClass, press: pickPress(classId, 0) }],
    ],
  };
}

/** One pupil's notes, as the class teacher reads them. */
export function pupilNotesScreen(seat: Seat, page: NotesPage, texts: Texts, names: Names): Screen {
  const { behaviour } = texts;
  const known = ({ acknowledged }: BehaviourNote) =>
    acknowledged > 0 ? behaviour.acknowledgedCount(acknowledged) : behaviour.notAcknowledged;
  const title = behaviour.pupilTitle(`${pupilTitle(seat, names)}, ${seat.className}`);
  const arrows = arrowsOf(page, (before) => pupilNotesPress(seat, before), texts);
  const back = { text: behaviour.toNotes, press: classNotesPress(seat.classId, 0) };
  return {
    text: notesText(title, page, known, texts, names),
    buttons: [...arrows, [back]],
  };
}

/** An own child's notes; those not acknowledged yet have a button each. */
export function childNotesScreen(
  family: Family,
  page: NotesPage,
  texts: Texts,
  names: Names,
): Screen {
  const { behaviour, school } = texts;
  const { child } = family;
  const known = ({ acknowledgedByReader }: BehaviourNote) =>
    acknowledgedByReader ? behaviour.acknowledged : '';
  const waiting = page.notes
    .filter(({ acknowledgedByReader }) => !acknowledgedByReader)
    .map(({ noteId, date }) => [
      {
        text: behaviour.acknowledgeFor(school.shortDate(date)),
        press: knowPress(noteId, 'list'),
      },
    ]);
  return {
    text: notesText(behaviour.pupilTitle(childName(child, names)), page, known, texts, names),
    buttons: [
      ...waiting,
      ...arrowsOf(page, (before) => childNotesPress(child.pupilId, before), texts),
      homeRow(child, texts),
      ...childrenRows(family, names, texts, (pupilId) => childNotesPress(pupilId, null)),
    ],
  };
}

function notesText(
  title: string,
  { notes }: NotesPage,
  known: (note: BehaviourNote) => string,
  texts: Texts,
  names: Names,
): string {
  const { behaviour } = texts;
  const lines = notes.flatMap((note) => {
    const about = [authorLine(note, texts, names), known(note)].filter((part) => part !== '');
    return [
      '',
      `${behaviour.signs[note.kind]} ${bold(behaviour.kinds[note.kind])}: ${escapeHtml(note.text)}`,
      escapeHtml(about.join(' · ')),
    ];
  });
  return [bold(title), ...(lines.length > 0 ? lines : [escapeHtml(behaviour.noNotes)])].join('\n');
}

function arrowsOf(
  { notes, older, past }: NotesPage,
  pressOf: (before: number | null) => string,
  { behaviour }: Texts,
): Button[][] {
  const oldest = notes.at(-1)?.noteId ?? null;
  const row = [
    ...(older ? [{ text: behaviour.earlier, press: pressOf(oldest) }] : []),
    ...(past ? [{ text: behaviour.newest, press: pressOf(null) }] : []),
  ];
  return row.length > 0 ? [row] : [];
}
