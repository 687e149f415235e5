import { Refusal } from '../errors.ts';
import { groupBy } from '../group-by.ts';
import type { AcademicYear } from '../models/academic-year.ts';
import type { Db, Tx } from '../open.ts';
import { type EndingClass, type Fate, usualFate } from '../rules/promotion.ts';
import { sumOf } from '../rules/term-closing.ts';
import { type CourseLack, readYearLacks } from './closing-lacks.ts';

type YearSpan = Pick<AcademicYear, 'id' | 'name' | 'startsOn' | 'endsOn'>;

export type YearPupil = EndingClass['pupils'][number] & {
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
};
export type YearClass = Omit<EndingClass, 'pupils'> & { className: string; pupils: YearPupil[] };

/** A year that is to be closed: what hinders, what is missing, and what becomes of whom. */
export type YearClosing = {
  year: YearSpan;
  openTerms: number;
  terms: number;
  /** Pupils without a year mark, by course. */
  lacks: CourseLack[];
  missing: number;
  classes: YearClass[];
  /** The next year, if somebody has made it. */
  next: YearSpan | null;
};

/** Open years in order of time. One query. */
export function readOpenYears(db: Db, tx?: Tx): Promise<YearSpan[]> {
  return db.select<YearSpan>(
    `SELECT id, name, starts_on AS "startsOn", ends_on AS "endsOn" FROM academic_year
      WHERE state = 'open' ORDER BY starts_on`,
    {},
    tx,
  );
}

/**
 * Reads an open year with its classes as they are on its last day. Refuses one that is closed. Five
 * queries. The caller checks the right.
 */
export async function readYearClosing(db: Db, yearId: number, tx?: Tx): Promise<YearClosing> {
  const [found] = await db.select<YearSpan & { state: string }>(
    `SELECT id, name, starts_on AS "startsOn", ends_on AS "endsOn", state FROM academic_year
      WHERE id = :yearId`,
    { yearId },
    tx,
  );
  if (!found) {
    throw new Refusal('not-found');
  }
  const { state, ...year } = found;
  if (state === 'closed') {
    throw new Refusal('year-closed', { year: year.name });
  }
  const [terms] = await db.select<{ terms: number; open: number }>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS terms,
            CAST(COALESCE(SUM(CASE WHEN state = 'open' THEN 1 ELSE 0 END), 0) AS INTEGER) AS open
       FROM term WHERE academic_year_id = :yearId`,
    { yearId },
    tx,
  );
  const span = { academicYearId: yearId, startsOn: year.startsOn, endsOn: year.endsOn };
  const lacks = await readYearLacks(db, { ...span, minGrade: 1, maxGrade: 11 }, tx);
  const years = await readOpenYears(db, tx);
  return {
    year,
    openTerms: terms?.open ?? 0,
    terms: terms?.terms ?? 0,
    lacks,
    missing: sumOf(lacks),
    classes: await readClasses(db, year, tx),
    next: years.find(({ startsOn }) => startsOn > year.endsOn) ?? null,
  };
}

type Row = Omit<YearPupil, 'name' | 'fate' | 'pupilId'> &
  Omit<YearClass, 'pupils' | 'className'> & { pupilId: number | null; fate: Fate | null };

async function readClasses(db: Db, { id, endsOn }: YearSpan, tx?: Tx): Promise<YearClass[]> {
  const rows = await db.select<Row>(
    `SELECT k.id AS "classId", k.grade, k.letter, k.class_teacher_id AS "classTeacherId",
            e.number, p.id AS "pupilId", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName", c.fate
       FROM school_class k
       LEFT JOIN enrolment e ON e.class_id = k.id AND e.starts_on <= :endsOn
        AND (e.ends_on IS NULL OR e.ends_on >= :endsOn)
       LEFT JOIN pupil p ON p.id = e.pupil_id
       LEFT JOIN promotion_choice c ON c.class_id = k.id AND c.pupil_id = p.id
      WHERE k.academic_year_id = :id
      ORDER BY k.grade, k.letter, e.number, p.last_name, p.first_name`,
    { id, endsOn },
    tx,
  );
  return [...groupBy(rows, ({ classId }) => classId)].flatMap(([classId, own]) => {
    const [first] = own;
    if (!first) {
      return [];
    }
    const { grade, letter, classTeacherId } = first;
    const pupils = own.flatMap(({ pupilId, number, lastName, firstName, middleName, fate }) => {
      const name = [lastName, firstName, middleName].filter(Boolean).join(' ');
      const known = { number, lastName, firstName, middleName, name };
      return pupilId === null ? [] : [{ ...known, pupilId, fate: fate ?? usualFate(grade) }];
    });
    return [{ classId, grade, letter, classTeacherId, className: `${grade}${letter}`, pupils }];
  });
}
