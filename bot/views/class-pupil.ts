import type { BehaviourNote } from '../../db/reports/behaviour-notes.ts';
import type { ClassFacts } from '../../db/reports/class-facts.ts';
import type { ListedPupil } from '../../db/reports/class-list.ts';
import type { SubjectMarks } from '../../db/reports/marks-summary.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import type { TermSpan } from '../../db/rules/calendar.ts';
import { pupilNotesPress } from '../dialogue/behaviour-presses.ts';
import { askLeavePress, tabPress, whereToPress } from '../dialogue/class-presses.ts';
import { familyCardPress } from '../dialogue/invite-presses.ts';
import type { Screen } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { parentLines } from './class-people.ts';
import { cut, fitting } from './fit.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { pupilName } from './pupil-name.ts';

export type ClassPupil = {
  klass: ClassFacts;
  pupil: ListedPupil;
  /** The running term or the last one; null before the first of the year. */
  term: TermSpan | null;
  subjects: readonly SubjectMarks[];
  /** The newest notes of behaviour that stand. */
  notes: readonly BehaviourNote[];
  /** May record that the pupil moves or leaves. */
  mayWrite: boolean;
};

/** A pupil's term at a glance, for the class teacher: means, missed lessons, notes, parents, access. */
export function classPupilScreen(of: ClassPupil, pen: Pen): Screen {
  const { klass, pupil, mayWrite } = of;
  const { classCard, school } = pen.texts;
  const { classId, className } = klass;
  const head = [
    bold(classCard.pupilTitle(pupilName(pupil, pen.names), className)),
    escapeHtml(classCard.inClassSince(school.date(pupil.startsOn))),
  ];
  const parents = parentLines(pupil.parents, pen).map(escapeHtml);
  const text = fitting([SUBJECTS, SUBJECTS / 2], (limit) =>
    [
      ...[...head, '', ...termLines(of, limit, pen.texts)],
      ...noteLines(of.notes, pen.texts),
      ...['', bold(classCard.parents), ...parents],
    ].join('\n'),
  );
  const notes = {
    text: pen.texts.behaviour.onCard,
    press: pupilNotesPress({ classId, pupilId: pupil.pupilId }, null),
  };
  const access = { text: classCard.access, press: familyCardPress(classId, pupil.pupilId) };
  const moves = [
    { text: classCard.move, press: whereToPress(classId, pupil.pupilId) },
    { text: classCard.leave, press: askLeavePress(classId, pupil.pupilId) },
  ];
  const back = { text: pen.texts.invites.toClass, press: tabPress(classId, 'list') };
  const all = of.notes.length > 0 ? [[notes]] : [];
  return { text, buttons: [...all, ...(mayWrite ? [[access], moves] : []), [back]] };
}

// Each takes a line of some 60 characters.
const SUBJECTS = 30;

// A note may be long: its beginning tells which one it is.
const NOTE = 60;

function noteLines(notes: readonly BehaviourNote[], { behaviour, school }: Texts): string[] {
  const lines = notes.map(({ date, kind, text }) =>
    escapeHtml(behaviour.shortNote(school.shortDate(date), behaviour.signs[kind], cut(text, NOTE))),
  );
  return lines.length === 0 ? [] : ['', bold(behaviour.onCard), ...lines];
}

function termLines({ term, subjects }: ClassPupil, limit: number, texts: Texts): string[] {
  const { classCard, parent, school } = texts;
  if (!term) {
    return [escapeHtml(classCard.noMarks)];
  }
  const marked = subjects.flatMap(({ subject, mean, cells }) =>
    mean === null
      ? []
      : [
          classCard.meanLine(
            subject,
            school.mean(mean),
            cells.filter((cell) => cell.absence === null && cell.value !== null).length,
          ),
        ],
  );
  const cells = subjects.flatMap((one) => one.cells);
  const missed = ABSENCE_CODES.map((code) => ({
    code,
    count: cells.filter(({ absence }) => absence === code).length,
  })).filter(({ count }) => count > 0);
  const parts = missed.map(({ code, count }) => `${school.absenceNames[code]} ${count}`);
  return [
    bold(classCard.means(parent.termTitle(term.number, term.kind))),
    ...(marked.length === 0 ? [classCard.noMarks] : marked.slice(0, limit)).map(escapeHtml),
    escapeHtml(parts.length === 0 ? classCard.noMissed : classCard.missed(parts.join(', '))),
  ];
}
