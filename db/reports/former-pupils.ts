import { addDays } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import { nameKey } from '../rules/name-key.ts';

/** Somebody who left the school. */
export type FormerPupil = {
  pupilId: number;
  className: string;
  /** The last day at the school, and the first one after it. */
  endsOn: string;
  after: string;
};

type Row = { pupilId: number; className: string; endsOn: string | null };

/** Pupils of exactly this name who are in no class any more, the latest first. One query. */
export async function readFormerPupils(
  db: Db,
  name: { lastName: string; firstName: string; middleName: string | null },
  tx?: Tx,
): Promise<FormerPupil[]> {
  const key = nameKey([name.lastName, name.firstName, name.middleName].filter(Boolean).join(' '));
  const rows = await db.select<Row>(
    `SELECT u.id AS "pupilId", CAST(k.grade AS TEXT) || k.letter AS "className",
            e.ends_on AS "endsOn"
       FROM pupil u
       JOIN enrolment e ON e.pupil_id = u.id
       JOIN school_class k ON k.id = e.class_id
      WHERE u.name_key = :key
        AND NOT EXISTS (SELECT 1 FROM enrolment later WHERE later.pupil_id = u.id
          AND (later.ends_on IS NULL OR later.starts_on > e.starts_on))
      ORDER BY e.ends_on DESC, u.id`,
    { key },
    tx,
  );
  return rows.flatMap(({ endsOn, ...row }) =>
    endsOn === null ? [] : [{ ...row, endsOn, after: addDays(endsOn, 1) }],
  );
}
