import type { Db, Tx } from '../open.ts';
import type { DayOffSpan, TermSpan } from '../rules/calendar.ts';

/** Terms of one academic year, in order of time. */
export function readTerms(db: Db, academicYearId: number, tx?: Tx): Promise<TermSpan[]> {
  return db.select<TermSpan>(
    `SELECT id, kind, number, starts_on AS "startsOn", ends_on AS "endsOn",
            min_grade AS "minGrade", max_grade AS "maxGrade", state
       FROM term WHERE academic_year_id = :academicYearId ORDER BY starts_on, number`,
    { academicYearId },
    tx,
  );
}

/** Terms and days off of one academic year, in order of time. */
export async function readCalendar(
  db: Db,
  academicYearId: number,
  tx?: Tx,
): Promise<{ terms: TermSpan[]; daysOff: DayOffSpan[] }> {
  // One after the other: a transaction has one connection.
  const terms = await readTerms(db, academicYearId, tx);
  const daysOff = await db.select<DayOffSpan>(
    `SELECT starts_on AS "startsOn", ends_on AS "endsOn", name, grade
       FROM day_off WHERE academic_year_id = :academicYearId ORDER BY starts_on`,
    { academicYearId },
    tx,
  );
  return { terms, daysOff };
}
