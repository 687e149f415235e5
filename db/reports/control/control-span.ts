import { addDays } from '../../days.ts';
import type { Db } from '../../open.ts';

/** The days up to today that a look at timeliness is about. One query for a term, else none. */
export async function readControlSpan(
  db: Db,
  period: 'today' | 'week' | 'term',
): Promise<{ from: string; to: string }> {
  const to = db.today();
  if (period !== 'term') {
    return { from: period === 'today' ? to : addDays(to, -6), to };
  }
  const [row] = await db.select<{ startsOn: string | null }>(
    `SELECT MAX(t.starts_on) AS "startsOn" FROM term t
       JOIN academic_year y ON y.id = t.academic_year_id AND y.state = 'open'
      WHERE t.starts_on <= :to`,
    { to },
  );
  return { from: row?.startsOn ?? to, to };
}
