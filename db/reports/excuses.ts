import { addDays } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import type { ExcuseAnswer, ExcuseCode } from '../rules/excuse.ts';

/** How a parent explained a day, with what stands in the journal for it. */
export type Excuse = {
  excuseId: number;
  version: number;
  pupilId: number;
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
  classId: number;
  grade: number;
  className: string;
  academicYearId: number;
  date: string;
  answer: ExcuseAnswer;
  text: string | null;
  state: 'new' | 'applied' | 'declined';
  /** What the class teacher made of it. */
  code: ExcuseCode | null;
  parent: {
    personId: number;
    lastName: string;
    firstName: string;
    middleName: string | null;
    relation: string | null;
  };
  /** Lessons of that day at which «н» stands, and at which the code stands by this excuse. */
  absent: number;
  coded: number;
};

type Row = Omit<Excuse, 'className' | 'parent'> & {
  letter: string;
  personId: number;
  parentLastName: string;
  parentFirstName: string;
  parentMiddleName: string | null;
  relation: string | null;
};

const lessons = (condition: string) => `(SELECT CAST(COUNT(*) AS INTEGER) FROM absence a
    JOIN lesson l ON l.id = a.lesson_id
    JOIN course c ON c.id = l.course_id AND c.class_id = k.id
   WHERE a.pupil_id = x.pupil_id AND a.date = x.date AND a.state = 'active' AND ${condition})`;

const SELECT = `SELECT x.id AS "excuseId", x.version, x.pupil_id AS "pupilId", e.number,
    u.last_name AS "lastName", u.first_name AS "firstName", u.middle_name AS "middleName",
    k.id AS "classId", k.grade, k.letter, k.academic_year_id AS "academicYearId", x.date, x.answer,
    x.text, x.state, x.code, p.id AS "personId", p.last_name AS "parentLastName",
    p.first_name AS "parentFirstName", p.middle_name AS "parentMiddleName", g.relation,
    ${lessons("a.code = 'absent'")} AS absent,
    ${lessons(`a.code = x.code AND EXISTS (SELECT 1 FROM change h
       WHERE h.record = 'absence' AND h.record_id = a.id
         AND h.operation LIKE 'excuse:' || x.id || ':%')`)} AS coded
  FROM absence_excuse x
  JOIN pupil u ON u.id = x.pupil_id
  JOIN enrolment e ON e.pupil_id = x.pupil_id AND e.starts_on <= x.date
   AND (e.ends_on IS NULL OR e.ends_on >= x.date)
  JOIN school_class k ON k.id = e.class_id
  JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
  JOIN person p ON p.id = x.person_id
  LEFT JOIN guardianship g ON g.person_id = p.id AND g.pupil_id = x.pupil_id`;

/** Null if there is none, or its day is of a year that is over. One query. */
export async function readExcuse(db: Db, excuseId: number, tx?: Tx): Promise<Excuse | null> {
  const [row] = await db.select<Row>(`${SELECT} WHERE x.id = :excuseId`, { excuseId }, tx);
  return row ? toExcuse(row) : null;
}

// How long a class teacher sees an answer in the list.
const LISTED_DAYS = 7;

/** What parents of a class answered lately and for days to come, the newest day first. One query. */
export async function readClassExcuses(db: Db, classId: number, tx?: Tx): Promise<Excuse[]> {
  const rows = await db.select<Row>(
    `${SELECT} WHERE k.id = :classId AND x.date >= :since ORDER BY x.date DESC, e.number, x.id`,
    { classId, since: addDays(tx?.today ?? db.today(), -LISTED_DAYS) },
    tx,
  );
  return rows.map(toExcuse);
}

/** What was answered for pupils on days between two, whoever of the parents it was. One query. */
export async function readAnswers(
  db: Db,
  of: { pupilIds: readonly number[]; from: string; to: string },
  tx?: Tx,
): Promise<Excuse[]> {
  if (of.pupilIds.length === 0) {
    return [];
  }
  const rows = await db.select<Row>(
    `${SELECT} WHERE x.pupil_id IN (:pupilIds) AND x.date BETWEEN :from AND :to
      ORDER BY x.date, x.id`,
    of,
    tx,
  );
  return rows.map(toExcuse);
}

/** Days between two on which «н» stands for a pupil, with at how many lessons. One query. */
export function readAbsentDays(
  db: Db,
  of: { pupilId: number; from: string; to: string },
): Promise<{ date: string; lessons: number }[]> {
  return db.select<{ date: string; lessons: number }>(
    `SELECT date, CAST(COUNT(*) AS INTEGER) AS lessons FROM absence
      WHERE pupil_id = :pupilId AND state = 'active' AND code = 'absent'
        AND date BETWEEN :from AND :to
      GROUP BY date ORDER BY date DESC`,
    of,
  );
}

function toExcuse(row: Row): Excuse {
  const { letter, personId, parentLastName, parentFirstName, parentMiddleName, relation, ...rest } =
    row;
  return {
    ...rest,
    className: `${rest.grade}${letter}`,
    parent: {
      personId,
      lastName: parentLastName,
      firstName: parentFirstName,
      middleName: parentMiddleName,
      relation,
    },
  };
}
