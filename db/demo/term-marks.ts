import { groupBy } from '../group-by.ts';
import { type WeighedMark, weightedMean } from '../rules/averages.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { DEFAULT_SETTINGS } from '../rules/settings.ts';
import { roundedMark, type TermGrade, type TermValue, termRules } from '../rules/term-mark.ts';
import { isMarked, type JournalDay } from './journal.ts';
import { membersOf } from './members.ts';
import type { DemoSchool, PlannedCourse } from './school.ts';

/** What a pupil has for a term; `proposal` and `mean` are null where the course has no mark of them. */
export type DemoTermMark = {
  course: PlannedCourse;
  pupilKey: string;
  value: TermValue;
  proposal: TermGrade | null;
  mean: number | null;
};

/** A term that is over, with what its teachers have decided. */
export type EndedTerm = { term: TermSpan; marks: DemoTermMark[] };

const { thresholds } = termRules(DEFAULT_SETTINGS, { three: null, four: null, five: null });

/**
 * The term marks of the terms that are over, in order of time: each mean rounded. Who was not marked
 * in a course is given what they have in the others.
 */
export function demoTermMarks(
  { calendar, courses, pupils }: DemoSchool,
  journal: readonly JournalDay[],
): EndedTerm[] {
  const over = calendar.terms.filter(({ endsOn }) => endsOn < calendar.running.startsOn);
  const members = new Map(courses.map((course) => [course, membersOf(course, pupils)]));
  return over
    .sort((left, right) => (left.endsOn < right.endsOn ? -1 : 1))
    .map((term) => {
      const given = marksWithin(journal, term);
      const own = groupBy(given, ({ pupilKey }) => pupilKey);
      const ofCourse = groupBy(given, ({ course, pupilKey }) => keyOf(course, pupilKey));
      const marks = courses
        .filter(({ grade }) => term.minGrade <= grade && grade <= term.maxGrade)
        .filter((course) => course.subject.markFree === true || isMarked(course, term.number === 1))
        .flatMap((course) =>
          (members.get(course) ?? []).map(({ key }) =>
            decided(course, key, ofCourse.get(keyOf(course, key)) ?? [], own.get(key) ?? []),
          ),
        );
      return { term, marks };
    });
}

type Given = WeighedMark & { course: PlannedCourse; pupilKey: string };

function marksWithin(journal: readonly JournalDay[], { startsOn, endsOn }: TermSpan): Given[] {
  return journal
    .filter(({ date }) => startsOn <= date && date <= endsOn)
    .flatMap(({ lessons }) =>
      lessons.flatMap(({ course, marks }) =>
        marks.map(({ pupilKey, value, kind }) => ({
          ...{ course, pupilKey, value },
          weight: DEFAULT_SETTINGS[`weight.${kind}`],
        })),
      ),
    );
}

function decided(
  course: PlannedCourse,
  pupilKey: string,
  here: readonly Given[],
  everywhere: readonly Given[],
): DemoTermMark {
  if (course.subject.markFree === true) {
    return { course, pupilKey, value: 'pass', proposal: null, mean: null };
  }
  const mean = weightedMean(here);
  const proposal = mean === null ? null : roundedMark(mean, thresholds);
  const usual = weightedMean(everywhere);
  const value = proposal ?? (usual === null ? 'na' : roundedMark(usual, thresholds));
  return { course, pupilKey, value, proposal, mean };
}

function keyOf({ class: className, subject, group }: PlannedCourse, pupilKey: string): string {
  return `${className} ${subject.name} ${group} ${pupilKey}`;
}
