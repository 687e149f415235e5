import type { Db, Tx } from '../open.ts';
import type { ThreadFacts } from '../rules/access.ts';

/** A pupil and a class, with what rights over both depend on for one person. */
export type Seat = ThreadFacts & {
  lastName: string;
  firstName: string;
  middleName: string | null;
  /** In the class list; 0 for a pupil who isn't in it today. */
  number: number;
  grade: number;
  className: string;
  academicYearId: number;
  classTeacherId: number | null;
};

type Row = Omit<Seat, 'enrolled' | 'consented' | 'className' | 'number'> & {
  letter: string;
  number: number | null;
  consentVersion: string | null;
};

/** Null if there is no such pupil or class; enrolment is that of `day`, of today by default. One query. */
export async function readSeat(
  db: Db,
  of: { pupilId: number; classId: number; personId: number; day?: string },
  tx?: Tx,
): Promise<Seat | null> {
  const [row] = await db.select<Row>(
    `SELECT u.id AS "pupilId", u.last_name AS "lastName", u.first_name AS "firstName",
            u.middle_name AS "middleName", k.id AS "classId", k.grade, k.letter,
            k.academic_year_id AS "academicYearId", k.class_teacher_id AS "classTeacherId",
            (SELECT MIN(e.number) FROM enrolment e
              WHERE e.pupil_id = u.id AND e.class_id = k.id AND e.starts_on <= :day
                AND (e.ends_on IS NULL OR e.ends_on >= :day)) AS number,
            (SELECT g.consent_version FROM guardianship g
              WHERE g.pupil_id = u.id AND g.person_id = :personId
                AND g.state = 'active') AS "consentVersion"
       FROM pupil u JOIN school_class k ON k.id = :classId
      WHERE u.id = :pupilId`,
    { ...of, day: of.day ?? tx?.today ?? db.today() },
    tx,
  );
  if (!row) {
    return null;
  }
  const { letter, number, consentVersion, ...rest } = row;
  return {
    ...rest,
    className: `${rest.grade}${letter}`,
    number: number ?? 0,
    enrolled: number !== null,
    consented: consentVersion !== null,
  };
}

/** The class of an open year a pupil is in on a day; null for none. */
export async function classIdOn(
  db: Db,
  { pupilId, day }: { pupilId: number; day: string },
  tx?: Tx,
): Promise<number | null> {
  const [row] = await db.select<{ id: number }>(
    `SELECT k.id FROM enrolment e JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE e.pupil_id = :pupilId AND e.starts_on <= :day
        AND (e.ends_on IS NULL OR e.ends_on >= :day)
      ORDER BY e.starts_on DESC LIMIT 1`,
    { pupilId, day },
    tx,
  );
  return row?.id ?? null;
}
