import { instantOf } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Db, Tx } from '../open.ts';
import { type Actor, can } from '../rules/access.ts';
import {
  isSure,
  type Judgement,
  judgeMarkFree,
  judgeTerm,
  type TermFacts,
} from '../rules/term-judgement.ts';
import { type TermRules, type TermValue, termRules } from '../rules/term-mark.ts';
import { judgeYear } from '../rules/year-mark.ts';
import { dueTerm } from './due-term.ts';
import { type RosterPupil, readRoster } from './roster.ts';
import { readSettings } from './settings.ts';
import { type CourseTerm, readTermCourse, type TermCourse } from './term-course.ts';
import { readTermDecisions, type TermDecision } from './term-decisions.ts';
import { readTermFigures } from './term-figures.ts';

/** Which marks of a course: of a term by its id, of the year, or of the term that is due now. */
export type TermChoice = number | 'year' | 'due';

/** A pupil with all that a term mark is decided by. */
export type TermPupil = RosterPupil &
  TermFacts &
  Judgement & {
    /** On the sheet of a year: what stands for each of its `taught` terms; else empty. */
    terms: readonly (TermValue | null)[];
    /** What stands. */
    decided: TermValue | null;
    /** The stored mark, a cancelled one too. */
    stored: TermDecision | null;
  };

export type TermSheet = {
  course: TermCourse;
  /** Null is the year. */
  term: CourseTerm | null;
  /** Terms that have begun, and those the course was taught in: the year's mark is made of these. */
  begun: readonly CourseTerm[];
  taught: readonly CourseTerm[];
  /** The last term has begun, so that the year can be decided. */
  yearDue: boolean;
  closed: boolean;
  /** This actor may decide here, without giving a reason. */
  writable: boolean;
  pupils: readonly TermPupil[];
  /** The actor's own last operation of today on this course's term marks that isn't taken back. */
  lastOperation: string | null;
};

const NOTHING: TermFacts = { mean: null, marks: 0, owed: 0, lessons: 0, missed: 0 };

/**
 * Reads the term or year marks of a course with what they are decided by: for its own teacher, the
 * class teacher, the deputy head and the administrator. Listed is who was on the course's list on
 * the term's last day, or is today while it runs. Refuses grade 1, a term that is none of the
 * course's and one that hasn't begun. Six queries for who may decide here, else five.
 */
export async function readTermSheet(
  db: Db,
  actor: Actor,
  { courseId, choice }: { courseId: number; choice: TermChoice },
  tx?: Tx,
): Promise<TermSheet> {
  const course = await readTermCourse(db, courseId, tx);
  if (!course) {
    throw new Refusal('not-found');
  }
  if (!can(actor, 'course.read', course)) {
    throw new Refusal('not-allowed');
  }
  if (course.grade === 1) {
    throw new Refusal('grade-one-no-marks');
  }
  const today = tx?.today ?? db.today();
  const term = chooseTerm(course, choice, today);
  const { endsOn } = term ?? lastTerm(course);
  const ended = endsOn < today;
  const roster = await readRoster(db, course, ended ? endsOn : today, tx);
  const rules = termRules(await readSettings(db, tx), course.thresholds);
  const pupilIds = roster.map(({ pupilId }) => pupilId);
  const decisions = await readTermDecisions(db, { ...course, pupilIds }, tx);
  const figures = term
    ? await readTermFigures(db, { ...course, pupilIds, from: term.startsOn, to: term.endsOn }, tx)
    : () => NOTHING;
  const closed = course.yearClosed || term?.state === 'closed';
  const writable = can(actor, 'term.decide', course) && !closed;
  const taught = course.terms.filter(({ lessons }) => lessons > 0);
  return {
    course,
    term,
    begun: course.terms.filter(({ startsOn }) => startsOn <= today),
    taught,
    yearDue: lastTerm(course).startsOn <= today,
    closed,
    writable,
    pupils: roster.map((pupil) => {
      const own = decisions.filter(({ pupilId }) => pupilId === pupil.pupilId);
      return term
        ? pupilOfTerm(pupil, figures(pupil.pupilId), { course, term, own, rules })
        : pupilOfYear(pupil, { course, taught, own, rules });
    }),
    lastOperation: writable ? await readLastOperation(db, actor, courseId, today, tx) : null,
  };
}

/** The undecided pupils whose mark is sure: those that are accepted with one tap. */
export function sureOf({ pupils }: Pick<TermSheet, 'pupils'>): TermPupil[] {
  return pupils.filter((pupil) => pupil.decided === null && isSure(pupil));
}

/** What a decision about a pupil is made upon: 0 where there was never a mark. */
export function seenVersion({ stored }: Pick<TermPupil, 'stored'>): number {
  return stored?.version ?? 0;
}

function chooseTerm(course: TermCourse, choice: TermChoice, today: string): CourseTerm | null {
  const last = lastTerm(course);
  if (choice === 'year') {
    checkBegun(last, today);
    return null;
  }
  const due = dueTerm(course.terms, today) ?? course.terms[0];
  const term = choice === 'due' ? due : course.terms.find(({ id }) => id === choice);
  if (!term) {
    throw new Refusal('not-found');
  }
  checkBegun(term, today);
  return term;
}

function checkBegun({ startsOn }: CourseTerm, today: string): void {
  if (startsOn > today) {
    throw new Refusal('future-date', { date: startsOn });
  }
}

function lastTerm({ terms }: TermCourse): CourseTerm {
  const last = terms.at(-1);
  if (!last) {
    throw new Refusal('not-found');
  }
  return last;
}

type Known = { course: TermCourse; own: readonly TermDecision[]; rules: TermRules };

function pupilOfTerm(
  pupil: RosterPupil,
  facts: TermFacts,
  { course, own, rules, term }: Known & { term: CourseTerm },
): TermPupil {
  const judgement = course.markFree ? judgeMarkFree(facts, rules) : judgeTerm(facts, rules);
  return { ...pupil, ...facts, ...judgement, terms: [], ...standing(own, course, term.id) };
}

function pupilOfYear(
  pupil: RosterPupil,
  { course, own, rules, taught }: Known & { taught: readonly CourseTerm[] },
): TermPupil {
  const terms = taught.map(({ id }) => termValue(own, course, id));
  const judgement = judgeYear(terms, course, rules);
  return { ...pupil, ...NOTHING, ...judgement, terms, ...standing(own, course, null) };
}

function standing(
  own: readonly TermDecision[],
  { courseId }: TermCourse,
  termId: number | null,
): Pick<TermPupil, 'decided' | 'stored'> {
  const stored = own.find((one) => one.courseId === courseId && one.termId === termId) ?? null;
  return { decided: stored?.state === 'active' ? stored.value : null, stored };
}

/** What stands for a term: this course's mark, else the one brought from another class. */
function termValue(
  own: readonly TermDecision[],
  { courseId }: TermCourse,
  termId: number,
): TermValue | null {
  const active = own.filter((one) => one.termId === termId && one.state === 'active');
  const found = active.find((one) => one.courseId === courseId) ?? active.at(-1);
  return found?.value ?? null;
}

async function readLastOperation(
  db: Db,
  actor: Actor,
  courseId: number,
  today: string,
  tx?: Tx,
): Promise<string | null> {
  const [last] = await db.select<{ operation: string }>(
    `SELECT c.operation FROM change c JOIN term_mark m ON m.id = c.record_id
      WHERE c.record = 'term_mark' AND m.course_id = :courseId AND c.actor_id = :actorId
        AND c.at >= :since AND c.door = 'chat' AND c.undoes IS NULL
        AND NOT EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.operation)
      ORDER BY c.id DESC LIMIT 1`,
    { courseId, actorId: actor.personId, since: instantOf(today, '00:00', db.timezone) },
    tx,
  );
  return last?.operation ?? null;
}
