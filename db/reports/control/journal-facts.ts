import { dayOf, daysBetween } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import type { MarkChange } from '../../rules/control/course-facts.ts';
import { toInstant } from '../../values.ts';
import { readTaughtLessons, type TaughtLesson } from '../taught-lessons.ts';
import {
  type DecisionRow,
  type ListRow,
  type MarkRow,
  readAwayRows,
  readChangeRows,
  readControlWorkRows,
  readDecisionRows,
  readListRows,
  readMarkRows,
} from './journal-rows.ts';
import type { ControlScope } from './scope.ts';

/** The journal of the terms in question, ready to be looked up. */
export type JournalFacts = {
  lessonsOf: (courseId: number) => readonly TaughtLesson[];
  listOf: (courseId: number) => readonly ListRow[];
  marksOf: (pupilId: number, subjectId: number) => readonly MarkRow[];
  marksAt: (lesson: LessonPlace) => readonly MarkRow[];
  isAway: (lesson: LessonPlace, pupilId: number) => boolean;
  awayAt: (lesson: LessonPlace) => ReadonlySet<number>;
  controlWorksAt: (lesson: LessonPlace) => number;
  changesOf: (courseId: number) => readonly MarkChange[];
  decisionOf: (of: Omit<DecisionRow, 'value'>) => DecisionRow['value'] | null;
};

type LessonPlace = { courseId: number; date: string; number: number };

const NOBODY: ReadonlySet<number> = new Set();

/** Seven queries, however many lessons. */
export async function readJournalFacts(
  db: Db,
  { classes, from, to }: ControlScope,
): Promise<JournalFacts> {
  const span = { from, to };
  const termIds = [...new Set(classes.flatMap(({ terms }) => terms.map(({ id }) => id)))];
  const taught = await readTaughtLessons(db, { teacherId: null, ...span });
  const lessons = groupBy(
    taught.filter(({ change }) => change === null),
    ({ courseId }) => courseId,
  );
  const lists = groupBy(await readListRows(db, span), ({ courseId }) => courseId);
  const markRows = await readMarkRows(db, span);
  const marks = groupBy(markRows, placeOf);
  const bySubject = groupBy(markRows, (row) => subjectOf(row.pupilId, row.subjectId));
  const away = awayByLesson(await readAwayRows(db, span));
  const works = new Map(
    (await readControlWorkRows(db, span)).map((row) => [placeOf(row), row.controlWorks]),
  );
  const changes = groupBy(await readChangeRows(db, span), ({ courseId }) => courseId);
  const decisions = new Map(
    (await readDecisionRows(db, termIds)).map((row) => [decisionKey(row), row.value]),
  );
  return {
    lessonsOf: (courseId) => lessons.get(courseId) ?? [],
    listOf: (courseId) => lists.get(courseId) ?? [],
    marksOf: (pupilId, subjectId) => bySubject.get(subjectOf(pupilId, subjectId)) ?? [],
    marksAt: (lesson) => marks.get(placeOf(lesson)) ?? [],
    awayAt: (lesson) => away.get(placeOf(lesson)) ?? NOBODY,
    isAway: (lesson, pupilId) => (away.get(placeOf(lesson)) ?? NOBODY).has(pupilId),
    controlWorksAt: (lesson) => works.get(placeOf(lesson)) ?? 0,
    changesOf: (courseId) =>
      (changes.get(courseId) ?? []).map(({ markId, pupilId, date, number, at }) => {
        const changedOn = dayOf(toInstant(at), db.timezone);
        return { markId, pupilId, date, number, age: daysBetween(date, changedOn) };
      }),
    decisionOf: (of) => decisions.get(decisionKey(of)) ?? null,
  };
}

function awayByLesson(
  rows: readonly (LessonPlace & { pupilId: number })[],
): Map<string, Set<number>> {
  const grouped = groupBy(rows, placeOf);
  return new Map(
    [...grouped].map(([place, own]) => [place, new Set(own.map(({ pupilId }) => pupilId))]),
  );
}

const placeOf = ({ courseId, date, number }: LessonPlace): string =>
  `${courseId}.${date}.${number}`;
const subjectOf = (pupilId: number, subjectId: number): string => `${pupilId}.${subjectId}`;
const decisionKey = ({ subjectId, pupilId, termId }: Omit<DecisionRow, 'value'>): string =>
  `${subjectId}.${pupilId}.${termId}`;
