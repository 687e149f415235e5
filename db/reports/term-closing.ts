import { Refusal } from '../errors.ts';
import type { Db, Tx } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { sumOf } from '../rules/term-closing.ts';
import { type CourseLack, readTermLacks } from './closing-lacks.ts';
import { readUnapprovedReports, type UnapprovedReports } from './unapproved-reports.ts';

/** A term with the year it is of. */
export type YearTerm = TermSpan & { academicYearId: number; year: string };

/**
 * A term that is to be closed, what its journals lack, and the reports nobody has approved: those may
 * be signed after it as well, so they don't count as missing.
 */
export type TermClosing = {
  term: YearTerm;
  lacks: CourseLack[];
  missing: number;
  reports: UnapprovedReports;
};

/** Reads a term of an open year with all that is missing in it. Four queries; callers check the right. */
export async function readTermClosing(db: Db, termId: number, tx?: Tx): Promise<TermClosing> {
  const term = await readTermOfOpenYear(db, termId, tx);
  const { year: _, ...span } = term;
  const lacks = await readTermLacks(db, span, tx);
  const reports = await readUnapprovedReports(db, termId, tx);
  return { term, lacks, missing: sumOf(lacks), reports };
}

/** A term by its id; refuses what isn't there and one of a year that is closed. One query. */
export async function readTermOfOpenYear(db: Db, termId: number, tx?: Tx): Promise<YearTerm> {
  const [row] = await readRows(db, 't.id = :termId', { termId }, tx);
  if (!row) {
    throw new Refusal('not-found');
  }
  const { yearState, ...term } = row;
  if (yearState === 'closed') {
    throw new Refusal('year-closed', { year: term.year });
  }
  return term;
}

/** The terms of open years that have begun, in order of time. One query. */
export async function readBegunTerms(db: Db, tx?: Tx): Promise<YearTerm[]> {
  const today = tx?.today ?? db.today();
  const rows = await readRows(db, `y.state = 'open' AND t.starts_on <= :today`, { today }, tx);
  return rows.map(({ yearState: _, ...term }) => term);
}

function readRows(
  db: Db,
  where: string,
  params: Record<string, unknown>,
  tx?: Tx,
): Promise<(YearTerm & { yearState: string })[]> {
  return db.select(
    `SELECT t.id, t.academic_year_id AS "academicYearId", y.name AS year, y.state AS "yearState",
            t.kind, t.number, t.starts_on AS "startsOn", t.ends_on AS "endsOn",
            t.min_grade AS "minGrade", t.max_grade AS "maxGrade", t.state
       FROM term t JOIN academic_year y ON y.id = t.academic_year_id
      WHERE ${where} ORDER BY t.starts_on, t.min_grade, t.number`,
    params,
    tx,
  );
}
