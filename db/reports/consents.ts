import { dayOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';

/** What a parent agreed to for a child: the version, and the school's day it was on. */
export type GivenConsent = { pupilId: number; version: string; date: string | null };

/** The consents of a parent's ties that stand. One query. For the parent. */
export async function readConsents(db: Db, personId: number, tx?: Tx): Promise<GivenConsent[]> {
  const rows = await db.select<{ pupilId: number; version: string; at: RawInstant | null }>(
    `SELECT pupil_id AS "pupilId", consent_version AS version, consent_at AS at FROM guardianship
      WHERE person_id = :personId AND state = 'active' AND consent_version IS NOT NULL`,
    { personId },
    tx,
  );
  return rows.map(({ at, ...row }) => ({
    ...row,
    date: at === null ? null : dayOf(toInstant(at), db.timezone),
  }));
}
