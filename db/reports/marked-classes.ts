import type { Db } from '../open.ts';

/** Classes of open years that get marks, which grade 1 doesn't, as «7А», in order. */
export async function readMarkedClasses(db: Db): Promise<{ classId: number; className: string }[]> {
  const rows = await db.select<{ id: number; grade: number; letter: string }>(
    `SELECT k.id, k.grade, k.letter FROM school_class k
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE k.grade > 1 ORDER BY k.grade, k.letter`,
  );
  return rows.map(({ id, grade, letter }) => ({ classId: id, className: `${grade}${letter}` }));
}
