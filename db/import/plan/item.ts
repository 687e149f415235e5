import type { Attributes } from 'sequelize';
import type { EDITABLE } from '../../actions/editable.ts';
import type { Models } from '../../models.ts';

/** The models an import writes, each after those it refers to. */
export const IMPORTED = [
  'AcademicYear',
  'Term',
  'DayOff',
  'Bell',
  'Subject',
  'Person',
  'Role',
  'SchoolClass',
  'Pupil',
  'Enrolment',
  'Guardianship',
  'Course',
  'CoursePupil',
  'TimetableSlot',
  'PlanItem',
] as const;

export type Imported = (typeof IMPORTED)[number];

/** Which model a field refers to. */
export const LINKS = {
  academicYearId: 'AcademicYear',
  personId: 'Person',
  classTeacherId: 'Person',
  teacherId: 'Person',
  pupilId: 'Pupil',
  classId: 'SchoolClass',
  subjectId: 'Subject',
  courseId: 'Course',
} as const satisfies Record<string, Imported>;

type Link = keyof typeof LINKS;
type FieldOf<M extends Imported> = (typeof EDITABLE)[M][number];
type Stored<M extends Imported> = Attributes<InstanceType<Models[M]>>;

/** A record's fields, as `EDITABLE` lists them; a reference is the item it refers to. */
export type Fields<M extends Imported> = {
  [F in FieldOf<M>]: F extends Link
    ? Item<(typeof LINKS)[F]> | Extract<Stored<M>[F & keyof Stored<M>], null>
    : Stored<M>[F & keyof Stored<M>];
};

/** One record: as it stands in the database and as the workbook wants it. */
export type Item<M extends Imported> = {
  readonly model: M;
  /** 0 until it is inserted. */
  id: number;
  /** Null if it is new. */
  readonly before: Fields<M> | null;
  /** Null if it goes. Otherwise what it will be. */
  after: Fields<M> | null;
};

export type AnyItem = { [M in Imported]: Item<M> }[Imported];

/** The fields of an item that stays. */
export function fieldsOf<M extends Imported>(item: Item<M>): Fields<M> {
  const fields = item.after ?? item.before;
  if (!fields) {
    throw new Error(`an item of ${item.model} without fields`);
  }
  return fields;
}

/** Puts the values that were given over an item's own. */
export function change<M extends Imported>(
  item: Item<M>,
  given: { [F in keyof Fields<M>]?: Fields<M>[F] | undefined },
): void {
  const values = Object.entries(given).filter(([, value]) => value !== undefined);
  item.after = { ...fieldsOf(item), ...Object.fromEntries(values) };
}

/** Whether an item is to be updated. */
export function isChanged({ before, after }: AnyItem): boolean {
  const old = new Map<string, unknown>(Object.entries(before ?? {}));
  return (
    before !== null &&
    after !== null &&
    Object.entries(after).some(([field, value]) => old.get(field) !== value)
  );
}
