import type { Db, Tx } from '../open.ts';

/**
 * How many of the class teacher's letters of open years a parent has not read, by parent and child:
 * of everybody, or of this person. One query.
 */
export async function readUnreadLetters(
  db: Db,
  personId: number | null,
  tx?: Tx,
): Promise<(of: { personId: number; pupilId: number }) => number> {
  const rows = await db.select<{ personId: number; pupilId: number; letters: number }>(
    `SELECT r.person_id AS "personId", t.pupil_id AS "pupilId",
            CAST(COUNT(*) AS INTEGER) AS letters
       FROM message_receipt r
       JOIN message m ON m.id = r.message_id AND m.side = 'school'
       JOIN thread t ON t.id = m.thread_id
       JOIN school_class k ON k.id = t.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE r.read_at IS NULL ${personId === null ? '' : 'AND r.person_id = :personId'}
      GROUP BY r.person_id, t.pupil_id`,
    { personId },
    tx,
  );
  const counts = new Map(rows.map((row) => [`${row.personId}:${row.pupilId}`, row.letters]));
  return (of) => counts.get(`${of.personId}:${of.pupilId}`) ?? 0;
}
