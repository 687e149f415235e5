import type { Db, Tx } from '../open.ts';

/** Classes of open years that a pupil is in now or will be. */
export async function openClassIds(db: Db, pupilId: number, tx?: Tx): Promise<number[]> {
  const rows = await db.select<{ id: number }>(
    `SELECT k.id FROM enrolment e JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE e.pupil_id = :pupilId AND (e.ends_on IS NULL OR e.ends_on >= :today)`,
    { pupilId, today: db.today() },
    tx,
  );
  return rows.map(({ id }) => id);
}
