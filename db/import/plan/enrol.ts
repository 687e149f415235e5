import { groupBy } from '../../group-by.ts';
import { overlap } from '../../rules/overlap.ts';
import type { ProblemData, ProblemKey } from '../problem.ts';
import type { Cells } from '../read/read-school.ts';
import { dayBefore, firstDay } from './dates.ts';
import type { Draft } from './draft.ts';
import { change, fieldsOf, type Item } from './item.ts';
import { fullName } from './people.ts';
import { add } from './stored-school.ts';

type Enrolment = Item<'Enrolment'>;
type Pupil = Item<'Pupil'>;
type SchoolClass = Item<'SchoolClass'>;
type Wanted = Pick<Cells<'pupils'>, 'startsOn' | 'endsOn'>;

export type Enrolled =
  /** Where the pupil is now, and all that has changed. */
  { current: Enrolment; items: Enrolment[] } | { problem: ProblemKey; data: ProblemData };

/** Puts pupils into classes; what has been stays as history. */
export type Enroller = {
  enrol: (pupil: Pupil, klass: SchoolClass, wanted: Wanted) => Enrolled;
  /** Notes the number a row wants, null for any, to be given by `finish`. */
  number: (enrolment: Enrolment, wanted: number | null, row: number) => void;
  /** Gives numbers and reports those that two pupils of a class have at once. */
  finish: (report: (row: number, other: string) => void) => void;
};

export function createEnroller(draft: Draft): Enroller {
  const byPupil = groupBy(draft.school.Enrolment, (item) => fieldsOf(item).pupilId);
  const peopled = new Set(draft.school.Enrolment.map((item) => fieldsOf(item).classId));
  const rowOf = new Map<Enrolment, number>();
  const unnumbered: Enrolment[] = [];

  function enrol(pupil: Pupil, klass: SchoolClass, wanted: Wanted): Enrolled {
    const all = byPupil.get(pupil) ?? [];
    const own = all
      .filter((item) => fieldsOf(fieldsOf(item).classId).academicYearId === draft.year)
      .sort((a, b) => fieldsOf(a).startsOn.localeCompare(fieldsOf(b).startsOn));
    const last = own.at(-1);
    if (!last) {
      const current = start(pupil, klass, wanted, peopled.has(klass));
      return { current, items: [current, ...leaveEarlierYears(all, current)] };
    }
    const go = fieldsOf(last).classId === klass ? stay : move;
    return go(pupil, klass, wanted, last, own.at(-2));
  }

  function start(pupil: Pupil, klass: SchoolClass, wanted: Wanted, late: boolean): Enrolment {
    return add(draft.school, 'Enrolment', {
      pupilId: pupil,
      classId: klass,
      number: 0,
      startsOn: wanted.startsOn ?? firstDay(draft, late, wanted.endsOn),
      endsOn: wanted.endsOn ?? null,
      orderIn: null,
      orderOut: null,
    });
  }

  /** Classes of earlier years that nobody has closed end with their year. */
  function leaveEarlierYears(all: readonly Enrolment[], current: Enrolment): Enrolment[] {
    const open = all.filter((item) => {
      const { classId, endsOn } = fieldsOf(item);
      const year = fieldsOf(fieldsOf(classId).academicYearId);
      return endsOn === null && year.endsOn < fieldsOf(current).startsOn;
    });
    for (const item of open) {
      change(item, { endsOn: fieldsOf(fieldsOf(fieldsOf(item).classId).academicYearId).endsOn });
    }
    return open;
  }

  function stay(
    pupil: Pupil,
    klass: SchoolClass,
    wanted: Wanted,
    last: Enrolment,
    previous: Enrolment | undefined,
  ): Enrolled {
    const { startsOn, endsOn } = fieldsOf(last);
    if (endsOn !== null && wanted.startsOn && wanted.startsOn > endsOn) {
      const current = start(pupil, klass, wanted, true);
      return { current, items: [current] };
    }
    const from = wanted.startsOn ?? startsOn;
    const left = previous && fieldsOf(previous);
    if (from !== startsOn && left && from <= (left.endsOn ?? left.startsOn)) {
      return tooEarly(left);
    }
    // An empty cell keeps the day a pupil left: nobody comes back by an old file.
    change(last, { startsOn: from, endsOn: wanted.endsOn ?? endsOn });
    return { current: last, items: [last] };
  }

  function move(
    pupil: Pupil,
    klass: SchoolClass,
    wanted: Wanted,
    last: Enrolment,
    previous: Enrolment | undefined,
  ): Enrolled {
    const old = fieldsOf(last);
    if (old.startsOn >= draft.today && (wanted.startsOn ?? old.startsOn) <= old.startsOn) {
      // Not a day was spent there, so it is corrected.
      change(last, { classId: klass, number: 0 });
      return stay(pupil, klass, wanted, last, previous);
    }
    const from = wanted.startsOn ?? firstDay(draft, true, null);
    if (
      from <= old.startsOn ||
      (old.endsOn !== null && old.endsOn < draft.today && from <= old.endsOn)
    ) {
      return tooEarly(old);
    }
    if (old.endsOn === null || old.endsOn >= from) {
      change(last, { endsOn: dayBefore(from) });
    }
    const current = start(pupil, klass, { ...wanted, startsOn: from }, true);
    return { current, items: [current, last] };
  }

  function number(enrolment: Enrolment, wanted: number | null, row: number): void {
    rowOf.set(enrolment, row);
    if (wanted !== null) {
      change(enrolment, { number: wanted });
    } else if (fieldsOf(enrolment).number === 0) {
      unnumbered.push(enrolment);
    }
  }

  function finish(report: (row: number, other: string) => void): void {
    const byClass = groupBy(draft.school.Enrolment, (item) => fieldsOf(item).classId);
    const next = new Map<SchoolClass, number>();
    for (const item of unnumbered) {
      const { classId } = fieldsOf(item);
      const taken = (byClass.get(classId) ?? []).map((one) => fieldsOf(one).number);
      const free = (next.get(classId) ?? Math.max(0, ...taken)) + 1;
      next.set(classId, free);
      change(item, { number: free });
    }
    for (const klass of byClass.values()) {
      for (const sameNumber of groupBy(klass, (item) => fieldsOf(item).number).values()) {
        reportSame(sameNumber, rowOf, report);
      }
    }
  }

  return { enrol, number, finish };
}

function tooEarly({ classId, startsOn, endsOn }: ReturnType<typeof fieldsOf<'Enrolment'>>) {
  const { grade, letter } = fieldsOf(classId);
  const problem: ProblemKey = 'move-date';
  return { problem, data: { class: `${grade}${letter}`, after: endsOn ?? startsOn } };
}

function reportSame(
  items: readonly Enrolment[],
  rowOf: ReadonlyMap<Enrolment, number>,
  report: (row: number, other: string) => void,
): void {
  for (const [index, item] of items.entries()) {
    const other = items
      .slice(0, index)
      .find((one) => overlap(fieldsOf(one), fieldsOf(item)) && (rowOf.has(one) || rowOf.has(item)));
    const row = rowOf.get(item) ?? (other && rowOf.get(other));
    if (other && row !== undefined) {
      const named = rowOf.has(item) ? other : item;
      report(row, fullName(fieldsOf(fieldsOf(named).pupilId)));
    }
  }
}
