import type { Displacement, LessonChange } from '../../db/reports/lesson-change.ts';
import type { LessonFacts } from '../../db/reports/lesson-facts.ts';
import type { TeacherName } from '../../db/reports/teacher-name.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { personName } from './person-name.ts';

type Names = DialogueConfig['names'];

/** «отменён», «перенесён на 15.10, 3-й урок»: what became of a lesson, for a list. */
export function displaced(change: Displacement, { school, timetable }: Texts): string {
  return change.kind === 'cancelled'
    ? timetable.cancelled
    : timetable.movedTo(school.shortDate(change.toDate), change.toNumber);
}

/** What staff read on a lesson's own screen when it isn't the usual one. Plain text. */
export function unusualLines(
  { change, substitute }: Pick<LessonFacts, 'change' | 'substitute'>,
  texts: Texts,
  names: Names,
): string[] {
  const { timetable } = texts;
  return [
    ...(substitute ? [timetable.replacedBy(colleague(substitute, names))] : []),
    ...(change ? [withReason(change, texts)] : []),
  ];
}

/** «Зуев О. П.», or null where messages may hold no names. */
export function colleague(teacher: TeacherName, names: Names): string | null {
  return personName(teacher, names === 'none' ? 'none' : 'short');
}

function withReason(change: LessonChange, { school, timetable }: Texts): string {
  const what =
    change.kind === 'cancelled'
      ? timetable.lessonCancelled
      : timetable.lessonMoved(school.date(change.toDate), change.toNumber);
  return change.reason === null ? what : timetable.because(what, change.reason);
}
