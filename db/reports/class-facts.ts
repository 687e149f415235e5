import { Refusal } from '../errors.ts';
import type { Db, Tx } from '../open.ts';
import { type Action, type Actor, can } from '../rules/access.ts';

/** A class of an open year. */
export type ClassFacts = {
  classId: number;
  academicYearId: number;
  grade: number;
  className: string;
  yearStartsOn: string;
  yearEndsOn: string;
};

type Row = Omit<ClassFacts, 'className'> & { letter: string };

type ClassAction = Extract<Action, 'class.read' | 'class.roll'>;

/** A class, for whoever may do this with it; refuses others, and a class of a past year. One query. */
export async function readClassFacts(
  db: Db,
  actor: Actor,
  { classId, action }: { classId: number; action: ClassAction },
  tx?: Tx,
): Promise<ClassFacts> {
  if (!can(actor, action, { classId })) {
    throw new Refusal('not-allowed');
  }
  const [found] = await readClasses(db, 'k.id = :classId', { classId }, tx);
  if (!found) {
    throw new Refusal('not-found');
  }
  return found;
}

/** Every class of the open years, in order. One query. */
export function readOpenClasses(db: Db, tx?: Tx): Promise<ClassFacts[]> {
  return readClasses(db, '1 = 1', {}, tx);
}

async function readClasses(
  db: Db,
  where: string,
  params: Record<string, unknown>,
  tx?: Tx,
): Promise<ClassFacts[]> {
  const rows = await db.select<Row>(
    `SELECT k.id AS "classId", k.academic_year_id AS "academicYearId", k.grade, k.letter,
            y.starts_on AS "yearStartsOn", y.ends_on AS "yearEndsOn"
       FROM school_class k
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE ${where} ORDER BY k.grade, k.letter`,
    params,
    tx,
  );
  return rows.map(({ letter, ...row }) => ({ ...row, className: `${row.grade}${letter}` }));
}
