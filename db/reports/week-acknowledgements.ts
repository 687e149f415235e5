import type { Db, Tx } from '../open.ts';
import type { RawInstant } from '../values.ts';
import { momentOf } from './moment.ts';

/**
 * On which day a parent has taken note of a child's week, null for not at all: of the week that
 * begins on this Monday, for everybody or for this person. One query.
 */
export async function readWeekAcknowledgements(
  db: Db,
  of: { monday: string; personId?: number },
  tx?: Tx,
): Promise<(of: { personId: number; pupilId: number }) => string | null> {
  const rows = await db.select<{ personId: number; pupilId: number; at: RawInstant }>(
    `SELECT person_id AS "personId", pupil_id AS "pupilId", at FROM week_acknowledgement
      WHERE monday = :monday ${of.personId === undefined ? '' : 'AND person_id = :personId'}`,
    of,
    tx,
  );
  const days = new Map(
    rows.map((row) => [`${row.personId}:${row.pupilId}`, momentOf(row.at, db.timezone).date]),
  );
  return ({ personId, pupilId }) => days.get(`${personId}:${pupilId}`) ?? null;
}
