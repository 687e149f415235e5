import { addDays, mondayOf } from '../../days.ts';
import type { Db } from '../../open.ts';

/** A week of the control: gaps found and gaps seen to be mended in it. */
export type FindingWeek = { monday: string; found: number; mended: number };

const WEEKS = 8;

/** The last eight weeks, the oldest first, empty ones too. One query. The caller checks the right. */
export async function readFindingWeeks(db: Db): Promise<FindingWeek[]> {
  const last = mondayOf(db.today());
  const first = addDays(last, -7 * (WEEKS - 1));
  const rows = await db.select<{ day: string; found: number; mended: number }>(
    `SELECT day, CAST(SUM(found) AS INTEGER) AS found, CAST(SUM(mended) AS INTEGER) AS mended
       FROM (SELECT found_on AS day, 1 AS found, 0 AS mended FROM finding WHERE found_on >= :first
             UNION ALL
             SELECT closed_on, 0, 1 FROM finding WHERE closed_on >= :first) d
      GROUP BY day`,
    { first },
  );
  return Array.from({ length: WEEKS }, (_, index) => {
    const monday = addDays(first, 7 * index);
    const own = rows.filter(({ day }) => mondayOf(day) === monday);
    return {
      monday,
      found: own.reduce((sum, { found }) => sum + found, 0),
      mended: own.reduce((sum, { mended }) => sum + mended, 0),
    };
  });
}
