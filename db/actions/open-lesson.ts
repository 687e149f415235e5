import { daysBetween, weekdayOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readCalendar } from '../reports/calendar.ts';
import { changeRefusal } from '../reports/lesson-change.ts';
import { type LessonFacts, readLessonFacts } from '../reports/lesson-facts.ts';
import { readSettings } from '../reports/settings.ts';
import { can } from '../rules/access.ts';
import { dayOffOn, type TermSpan, termOn } from '../rules/calendar.ts';
import { type Correction, judgeCorrection } from '../rules/correction.ts';
import type { By, LessonKey } from './by.ts';
import { insertRows } from './insert-rows.ts';

export const REASON_LIMIT = 300;

/** A lesson that may be written into; what stands there only after `checkCorrection`. */
export type OpenLesson = LessonFacts & {
  lessonId: number;
  date: string;
  edit: Omit<Correction, 'corrects'>;
};

/**
 * The first step of every write into a lesson: checks it as `checkLesson` does, asks for a reason in
 * a closed term, and gives the lesson its row if it has none yet.
 */
export async function openLesson(tx: Tx, by: By, key: LessonKey): Promise<OpenLesson> {
  const { facts, term } = await allowedLesson(tx, by, key);
  const edit = await editOf(tx, by, key.date, term);
  refuseUnless(edit, false, key.date);
  const opened = { ...facts, date: key.date, edit };
  if (facts.lessonId !== null) {
    return { ...opened, lessonId: facts.lessonId };
  }
  const [lessonId] = await insertRows(
    tx,
    'lesson',
    ['course_id', 'date', 'number', 'version', 'created_at', 'updated_at'],
    [[key.courseId, key.date, key.number, 1, tx.now, tx.now]],
  );
  return { ...opened, lessonId: lessonId ?? 0, version: 1 };
}

/** A day that may be written into, by a verb with a right of its own at the lessons of that day. */
export type OpenDay = Pick<OpenLesson, 'date' | 'edit'>;

/** The part of `openLesson` that is about the day. The caller has checked the right. */
export async function openDay(
  tx: Tx,
  by: By,
  date: string,
  facts: Pick<LessonFacts, 'academicYearId' | 'grade'>,
): Promise<OpenDay> {
  const edit = await editOf(tx, by, date, await schoolTerm(tx, date, facts));
  refuseUnless(edit, false, date);
  return { date, edit };
}

/** Refuses to change or take away what stands at a lesson after the edit window without a reason. */
export function checkCorrection({ edit, date }: OpenDay): void {
  refuseUnless(edit, true, date);
}

/**
 * May this actor write here, if need be with a reason, and may anybody write on this day? Refuses
 * what is not the actor's, a future day, a day off, a day outside the terms, a closed term (except to
 * who may correct there), and a lesson that no timetable knows, or that was cancelled or moved away.
 */
export async function checkLesson(tx: Tx, by: By, key: LessonKey): Promise<LessonFacts> {
  return (await allowedLesson(tx, by, key)).facts;
}

async function allowedLesson(
  tx: Tx,
  by: By,
  key: LessonKey,
): Promise<{ facts: LessonFacts; term: TermSpan }> {
  const { date, number } = key;
  const facts = await readLessonFacts(tx.db, key, weekdayOf(date), tx);
  if (!facts) {
    throw new Refusal('not-found');
  }
  const mayWrite = can(by.actor, 'lesson.write', facts);
  const mayReopen = can(by.actor, 'journal.correct-closed', null);
  if (!mayWrite && !mayReopen) {
    throw new Refusal('not-allowed');
  }
  const term = await schoolTerm(tx, date, facts);
  if (term.state === 'closed' && !mayReopen) {
    throw new Refusal('term-closed', { date });
  }
  if (term.state === 'open' && !mayWrite) {
    throw new Refusal('not-allowed');
  }
  if (!facts.scheduled) {
    throw new Refusal('no-such-lesson', { date, number });
  }
  if (facts.change) {
    throw changeRefusal(key, facts.change);
  }
  return { facts, term };
}

/** The term of a day that has come and on which there was school. */
async function schoolTerm(
  tx: Tx,
  date: string,
  { academicYearId, grade }: Pick<LessonFacts, 'academicYearId' | 'grade'>,
): Promise<TermSpan> {
  if (date > tx.today) {
    throw new Refusal('future-date', { date });
  }
  const { terms, daysOff } = await readCalendar(tx.db, academicYearId, tx);
  const dayOff = dayOffOn(daysOff, grade, date);
  if (dayOff) {
    throw new Refusal('not-a-school-day', { date, name: dayOff.name });
  }
  const term = termOn(terms, grade, date);
  if (!term) {
    throw new Refusal('no-term', { date });
  }
  return term;
}

async function editOf(tx: Tx, by: By, date: string, term: TermSpan): Promise<OpenLesson['edit']> {
  const reason = by.reason?.trim() ?? '';
  if (reason.length > REASON_LIMIT) {
    throw new Refusal('text-too-long', { limit: REASON_LIMIT });
  }
  const age = daysBetween(date, tx.today);
  // Today's lessons are most of all writes, and no window is shorter than a day.
  const window = age === 0 ? 0 : (await readSettings(tx.db, tx))['correction.days'];
  return {
    termClosed: term.state === 'closed',
    mayReopen: can(by.actor, 'journal.correct-closed', null),
    age,
    window,
    hasReason: reason !== '',
  };
}

function refuseUnless(edit: OpenLesson['edit'], corrects: boolean, date: string): void {
  const verdict = judgeCorrection({ ...edit, corrects });
  if (verdict !== 'free') {
    throw new Refusal(verdict, { date, days: edit.window });
  }
}
