import { addDays } from '../../days.ts';
import type { Db, Tx } from '../../open.ts';
import type { TermSpan } from '../../rules/calendar.ts';

/** What a report is of: a term, or (null) a whole year. Days of the school, inclusive. */
export type Period = {
  academicYearId: number;
  year: { name: string; startsOn: string; endsOn: string };
  term: Pick<TermSpan, 'id' | 'kind' | 'number' | 'minGrade' | 'maxGrade'> | null;
  from: string;
  /** As far as the period has come: its last day, or today. */
  until: string;
  /** Whoever comes or leaves in the holidays before a term is counted in it: after this day. */
  movesAfter: string;
};

type Row = {
  academicYearId: number;
  name: string;
  yearStartsOn: string;
  yearEndsOn: string;
  lastEndsOn: string | null;
} & TermSpan;

/** A term as a period; null if there is no such term or it hasn't begun. One query. */
export async function readTermPeriod(db: Db, termId: number, tx?: Tx): Promise<Period | null> {
  const [row] = await readRows(db, 't.id = :termId', { termId }, tx);
  return row && row.startsOn <= db.today() ? periodOf(row, db.today()) : null;
}

/**
 * The terms of an academic year that have begun, for these grades at least in part, as periods in
 * order of time. One query.
 */
export async function readPeriods(
  db: Db,
  of: { academicYearId: number; minGrade: number; maxGrade: number },
  tx?: Tx,
): Promise<Period[]> {
  const rows = await readRows(
    db,
    `t.academic_year_id = :academicYearId
      AND t.min_grade <= :maxGrade AND t.max_grade >= :minGrade`,
    of,
    tx,
  );
  return rows
    .filter(({ startsOn }) => startsOn <= db.today())
    .map((row) => periodOf(row, db.today()));
}

/** The terms of the open years that have begun, as periods in order of time. One query. */
export async function readOpenPeriods(db: Db, tx?: Tx): Promise<Period[]> {
  const rows = await readRows(db, "y.state = 'open'", {}, tx);
  return rows
    .filter(({ startsOn }) => startsOn <= db.today())
    .map((row) => periodOf(row, db.today()));
}

/** The whole year that a period belongs to, as far as it has come. */
export function yearOf({ academicYearId, year }: Period, today: string): Period {
  const { startsOn, endsOn } = year;
  return {
    ...{ academicYearId, year, term: null, from: startsOn, until: earlier(endsOn, today) },
    movesAfter: addDays(startsOn, -1),
  };
}

/** The period of the same kind before this one, among those of its year; null for the first. */
export function periodBefore({ term }: Period, periods: readonly Period[]): Period | null {
  const before = periods.find(
    (other) => other.term?.kind === term?.kind && other.term?.number === (term?.number ?? 0) - 1,
  );
  return before ?? null;
}

function periodOf(row: Row, today: string): Period {
  const { id, kind, number, minGrade, maxGrade, startsOn, endsOn } = row;
  return {
    academicYearId: row.academicYearId,
    year: { name: row.name, startsOn: row.yearStartsOn, endsOn: row.yearEndsOn },
    term: { id, kind, number, minGrade, maxGrade },
    from: startsOn,
    until: earlier(endsOn, today),
    movesAfter: row.lastEndsOn ?? addDays(row.yearStartsOn, -1),
  };
}

const earlier = (left: string, right: string): string => (left < right ? left : right);

function readRows(db: Db, where: string, params: Record<string, number>, tx?: Tx): Promise<Row[]> {
  return db.select<Row>(
    `SELECT y.id AS "academicYearId", y.name, y.starts_on AS "yearStartsOn",
            y.ends_on AS "yearEndsOn", t.id, t.kind, t.number, t.starts_on AS "startsOn",
            t.ends_on AS "endsOn", t.min_grade AS "minGrade", t.max_grade AS "maxGrade", t.state,
            (SELECT MAX(b.ends_on) FROM term b
              WHERE b.academic_year_id = y.id AND b.kind = t.kind
                AND b.ends_on < t.starts_on) AS "lastEndsOn"
       FROM term t JOIN academic_year y ON y.id = t.academic_year_id
      WHERE ${where} ORDER BY t.starts_on, t.min_grade, t.id`,
    params,
    tx,
  );
}
