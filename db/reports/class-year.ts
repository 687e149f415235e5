import type { Db } from '../open.ts';

/** A class and the first and last days of its school year. */
export type ClassYear = {
  classId: number;
  className: string;
  startsOn: string;
  endsOn: string;
};

/** Null if there is no such class. One query. */
export async function readClassYear(db: Db, classId: number): Promise<ClassYear | null> {
  const [row] = await db.select<{
    grade: number;
    letter: string;
    startsOn: string;
    endsOn: string;
  }>(
    `SELECT k.grade, k.letter, y.starts_on AS "startsOn", y.ends_on AS "endsOn"
       FROM school_class k JOIN academic_year y ON y.id = k.academic_year_id
      WHERE k.id = :classId`,
    { classId },
  );
  if (!row) {
    return null;
  }
  const { grade, letter, startsOn, endsOn } = row;
  return { classId, className: `${grade}${letter}`, startsOn, endsOn };
}
