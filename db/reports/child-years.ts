import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { type ChildClass, classOn } from './children.ts';

/** A school year of a child: the classes it was in, and those of its terms that have begun. */
export type ChildYear = {
  academicYearId: number;
  /** «2026/27» */
  name: string;
  open: boolean;
  classes: ChildClass[];
  terms: TermSpan[];
};

/** A term of a child with the class it was in by its end, or is in today while it runs. */
export type ChildTerm = {
  year: ChildYear;
  term: TermSpan;
  schoolClass: ChildClass;
  /** The last day of the term, or today. */
  until: string;
};

type Row = Omit<ChildClass, 'className'> & {
  letter: string;
  name: string;
  yearState: 'open' | 'closed';
  termId: number | null;
  kind: TermSpan['kind'];
  number: number;
  termStart: string;
  termEnd: string;
  minGrade: number;
  maxGrade: number;
  state: TermSpan['state'];
};

/**
 * Every year a child has been at the school, in order of time, with the terms that are those of its
 * grade: quarters, trimesters or half-years. For who may read the child. One query.
 */
export async function readChildYears(db: Db, pupilId: number): Promise<ChildYear[]> {
  const rows = await db.select<Row>(
    `SELECT y.id AS "academicYearId", y.name, y.state AS "yearState", k.id AS "classId", k.grade,
            k.letter, e.starts_on AS "startsOn", e.ends_on AS "endsOn", t.id AS "termId", t.kind,
            t.number, t.starts_on AS "termStart", t.ends_on AS "termEnd",
            t.min_grade AS "minGrade", t.max_grade AS "maxGrade", t.state
       FROM enrolment e
       JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id
       LEFT JOIN term t ON t.academic_year_id = y.id AND t.starts_on <= :today
        AND k.grade BETWEEN t.min_grade AND t.max_grade
      WHERE e.pupil_id = :pupilId
      ORDER BY y.starts_on, e.starts_on, e.id, t.starts_on, t.number`,
    { pupilId, today: db.today() },
  );
  return [...groupBy(rows, ({ academicYearId }) => academicYearId).values()].flatMap(yearOf);
}

/** The term with this id; without one the newest that has begun. */
export function childTerm(
  years: readonly ChildYear[],
  termId: number | null,
  today: string,
): ChildTerm | null {
  const all = years.flatMap((year) => year.terms.map((term) => ({ year, term })));
  const found = termId === null ? all.at(-1) : all.find(({ term }) => term.id === termId);
  if (!found) {
    return null;
  }
  const { endsOn } = found.term;
  const until = endsOn < today ? endsOn : today;
  const schoolClass = classOn(found.year, until);
  return schoolClass ? { ...found, schoolClass, until } : null;
}

function yearOf(rows: readonly Row[]): ChildYear[] {
  const [first] = rows;
  if (!first) {
    return [];
  }
  const classes = new Map<string, ChildClass>();
  const terms = new Map<number, TermSpan>();
  for (const row of rows) {
    const { academicYearId, classId, grade, letter, startsOn, endsOn, termId } = row;
    const className = `${grade}${letter}`;
    const stay = { academicYearId, classId, grade, className, startsOn, endsOn };
    classes.set(`${classId}:${startsOn}`, stay);
    if (termId !== null) {
      const { kind, number, termStart, termEnd, minGrade, maxGrade, state } = row;
      const span = { kind, number, startsOn: termStart, endsOn: termEnd, minGrade, maxGrade };
      terms.set(termId, { id: termId, ...span, state });
    }
  }
  const { academicYearId, name, yearState } = first;
  const open = yearState === 'open';
  return [
    { academicYearId, name, open, classes: [...classes.values()], terms: [...terms.values()] },
  ];
}
