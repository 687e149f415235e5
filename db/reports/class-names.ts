import type { Db } from '../open.ts';

/** Classes by their ids, as «7А», in order. */
export async function readClassNames(
  db: Db,
  classIds: readonly number[],
): Promise<{ classId: number; className: string }[]> {
  if (classIds.length === 0) {
    return [];
  }
  const rows = await db.select<{ id: number; grade: number; letter: string }>(
    'SELECT id, grade, letter FROM school_class WHERE id IN (:classIds) ORDER BY grade, letter',
    { classIds },
  );
  return rows.map(({ id, grade, letter }) => ({ classId: id, className: `${grade}${letter}` }));
}
