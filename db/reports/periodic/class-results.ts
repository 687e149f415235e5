import {
  CLASS_GROUPS,
  type ClassGroup,
  classGroupOf,
  countGroups,
  type GroupCounts,
} from '../../rules/class-groups.ts';
import type { TermValue } from '../../rules/term-mark.ts';
import type { RosterPupil } from '../roster.ts';
import type { ResultClass, ResultCourse } from './results.ts';

/** A pupil's marks of all own courses in a period. */
export type PupilResults = {
  pupil: RosterPupil;
  group: ClassGroup;
  values: { course: ResultCourse; value: TermValue | null }[];
};

/**
 * Every pupil of a class with the group they are in. A course without marks says something only once
 * it says something: nobody waits for a зач.
 */
export function pupilResults({ pupils, courses }: ResultClass): PupilResults[] {
  return pupils.map((pupil) => {
    const values = courses.flatMap((course) => {
      const own = course.values.find(({ pupilId }) => pupilId === pupil.pupilId);
      return own && (course.marked || own.value !== null) ? [{ course, value: own.value }] : [];
    });
    return { pupil, values, group: classGroupOf(values.map(({ value }) => value)) };
  });
}

export function groupCounts(results: readonly PupilResults[]): GroupCounts {
  return countGroups(results.map(({ group }) => group));
}

/** Pupils by group, in the order of the report. */
export function byGroup(
  results: readonly PupilResults[],
): { group: ClassGroup; pupils: PupilResults[] }[] {
  return CLASS_GROUPS.map((group) => ({
    group,
    pupils: results.filter((one) => one.group === group),
  }));
}

/** Nothing at all was decided yet. */
export function isUndecided(classes: readonly ResultClass[]): boolean {
  return !classes.some(({ courses }) =>
    courses.some(({ values }) => values.some(({ value }) => value !== null)),
  );
}
