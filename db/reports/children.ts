import type { Db, Tx } from '../open.ts';

/** A class a child is or was in during the open year; days inclusive. */
export type ChildClass = {
  classId: number;
  grade: number;
  className: string;
  academicYearId: number;
  startsOn: string;
  endsOn: string | null;
};

export type Child = {
  pupilId: number;
  lastName: string;
  firstName: string;
  /** The parent agreed to read this child's data here. */
  consented: boolean;
  /** In order of time; empty for a child who has left. */
  classes: ChildClass[];
};

type Row = Omit<Child, 'consented' | 'classes'> & {
  consentVersion: string | null;
  classId: number | null;
  grade: number;
  letter: string;
  academicYearId: number;
  startsOn: string;
  endsOn: string | null;
};

/** A person's own children, by first name, with their classes of the open year. One query. */
export async function readChildren(db: Db, personId: number, tx?: Tx): Promise<Child[]> {
  const rows = await db.select<Row>(
    `SELECT p.id AS "pupilId", p.last_name AS "lastName", p.first_name AS "firstName",
            g.consent_version AS "consentVersion", k.id AS "classId", k.grade, k.letter,
            k.academic_year_id AS "academicYearId", e.starts_on AS "startsOn", e.ends_on AS "endsOn"
       FROM guardianship g
       JOIN pupil p ON p.id = g.pupil_id
       LEFT JOIN enrolment e ON e.pupil_id = p.id AND e.class_id IN (
         SELECT c.id FROM school_class c
           JOIN academic_year y ON y.id = c.academic_year_id AND y.state = 'open')
       LEFT JOIN school_class k ON k.id = e.class_id
      WHERE g.person_id = :personId AND g.state = 'active'
      ORDER BY p.first_name, p.id, e.starts_on`,
    { personId },
    tx,
  );
  const children = new Map<number, Child>();
  for (const { pupilId, lastName, firstName, consentVersion, classId, letter, ...row } of rows) {
    const consented = consentVersion !== null;
    const child = children.get(pupilId) ?? { pupilId, lastName, firstName, consented, classes: [] };
    children.set(pupilId, child);
    if (classId !== null) {
      const { grade, academicYearId, startsOn, endsOn } = row;
      const className = `${grade}${letter}`;
      child.classes.push({ classId, grade, className, academicYearId, startsOn, endsOn });
    }
  }
  return [...children.values()];
}

/** The class a child is in on a day, else the one nearest before it, else the first. */
export function classOn(child: Pick<Child, 'classes'>, day: string): ChildClass | null {
  const begun = child.classes.filter(({ startsOn }) => startsOn <= day);
  return begun.at(-1) ?? child.classes[0] ?? null;
}

/** Whether a child is in a class on a day. */
export function isInClass(child: Pick<Child, 'classes'>, classId: number, day: string): boolean {
  return child.classes.some(
    (one) =>
      one.classId === classId && one.startsOn <= day && (one.endsOn === null || day <= one.endsOn),
  );
}
