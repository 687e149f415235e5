import type { Tx } from '../open.ts';
import type { YearClosing } from '../reports/year-closing.ts';
import { type PromotedClass, promote } from '../rules/promotion.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { copyCourses } from './copy-courses.ts';
import { insertRows } from './insert-rows.ts';

export type PromoteClasses = {
  closing: Pick<YearClosing, 'year' | 'classes'>;
  next: { id: number; name: string; startsOn: string; endsOn: string };
  order: string;
  withCourses: boolean;
};

/** What has become of a year's classes. */
export type Promoted = {
  year: string;
  classes: number;
  /** Enrolled in the next year, and gone. */
  pupils: number;
  left: number;
  courses: number;
};

/**
 * The part of `closeYear` that is about classes and their lists. A class that the next year has
 * already is filled, and a pupil who has a place there already keeps it.
 */
export async function promoteClasses(
  tx: Tx,
  by: By,
  { closing, next, order, withCourses }: PromoteClasses,
): Promise<Promoted> {
  await endStays(tx, by, closing.year, order);
  const promoted = promote(closing.classes);
  const placed = await readPlaced(tx, next.id);
  const classIds: { classId: number; klass: PromotedClass }[] = [];
  for (const klass of promoted) {
    classIds.push({ classId: await classOf(tx, by, next.id, klass), klass });
  }
  const stays = classIds.flatMap(({ classId, klass }) =>
    klass.pupilIds
      .filter((pupilId) => !placed.pupils.has(pupilId))
      .map((pupilId, index) => ({
        ...{ classId, pupilId, number: (placed.last.get(classId) ?? 0) + index + 1 },
        startsOn: next.startsOn,
      })),
  );
  const ids = await insertRows(
    tx,
    'enrolment',
    ['class_id', 'pupil_id', 'number', 'starts_on'],
    stays.map((stay) => Object.values(stay)),
  );
  await writeChanges(
    tx,
    by,
    stays.map((stay, index) => ({
      ...{ record: 'enrolment', recordId: ids[index] ?? 0, pupilId: stay.pupilId },
      ...{ before: null, after: stay },
    })),
  );
  const pairs = classIds.flatMap(({ classId, klass: { from } }) =>
    from === null ? [] : [{ from, to: classId }],
  );
  return {
    year: next.name,
    classes: promoted.length,
    pupils: stays.length,
    left: closing.classes.flatMap(({ pupils }) => pupils.filter(({ fate }) => fate === 'leaves'))
      .length,
    courses: withCourses ? await copyCourses(tx, by, pairs) : 0,
  };
}

/** Who is in the classes of a year already, and the last numbers of their lists. One query. */
async function readPlaced(
  tx: Tx,
  yearId: number,
): Promise<{ pupils: Set<number>; last: Map<number, number> }> {
  const rows = await tx.db.select<{ pupilId: number; classId: number; number: number }>(
    `SELECT e.pupil_id AS "pupilId", e.class_id AS "classId", e.number FROM enrolment e
       JOIN school_class k ON k.id = e.class_id WHERE k.academic_year_id = :yearId
      ORDER BY e.number`,
    { yearId },
    tx,
  );
  return {
    pupils: new Set(rows.map(({ pupilId }) => pupilId)),
    last: new Map(rows.map(({ classId, number }) => [classId, number])),
  };
}

async function classOf(
  tx: Tx,
  by: By,
  academicYearId: number,
  { grade, letter, classTeacherId }: PromotedClass,
): Promise<number> {
  const { SchoolClass } = tx.db.models;
  const { transaction } = tx;
  const where = { academicYearId, grade, letter };
  const found = await SchoolClass.findOne({ where, transaction });
  if (found) {
    return found.id;
  }
  const after = { ...where, classTeacherId };
  const { id } = await SchoolClass.create(after, { transaction });
  await writeChanges(tx, by, [{ record: 'school_class', recordId: id, before: null, after }]);
  return id;
}

/** Whoever was in a class of the year to its end was there until its last day. */
async function endStays(
  tx: Tx,
  by: By,
  { id, endsOn }: YearClosing['year'],
  orderOut: string,
): Promise<void> {
  const ended = await tx.run<{ id: number; pupilId: number }>(
    `UPDATE enrolment SET ends_on = :endsOn, order_out = :orderOut
      WHERE ends_on IS NULL AND starts_on <= :endsOn
        AND class_id IN (SELECT k.id FROM school_class k WHERE k.academic_year_id = :id)
     RETURNING id, pupil_id AS "pupilId"`,
    { id, endsOn, orderOut },
  );
  const changes = ended.map(
    (row): ChangeEntry => ({
      ...{ record: 'enrolment', recordId: row.id, pupilId: row.pupilId },
      ...{ before: { endsOn: null }, after: { endsOn, orderOut } },
    }),
  );
  await writeChanges(tx, by, changes);
}
