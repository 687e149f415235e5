import { addDays } from '../../days.ts';
import type { Db, Tx } from '../../open.ts';
import type { RawInstant } from '../../values.ts';
import { type Moment, momentOf } from '../moment.ts';
import { CONTROL_JOB } from './control.ts';
import { type OpenFinding, readOpenFindings } from './open-findings.ts';
import { readTodayGaps } from './today-gaps.ts';

/** The control as a deputy head sees it at this moment. */
export type ControlState = {
  /** Today's gaps, what was found within the last seven days, and all that is open. */
  findings: { today: readonly OpenFinding[]; week: OpenFinding[]; term: OpenFinding[] };
  /** Lessons of today that are over. */
  held: number;
  /** When findings were last written; null if never. */
  checked: Moment | null;
};

const WEEK = 7;

/**
 * Today is reckoned at once, as it takes one day's lessons. The other two are read as they were last
 * written: a whole term of a school is too much for a tap, and the teachers were told the same. Four
 * queries. The caller checks the right.
 */
export async function readControlState(db: Db, tx?: Tx): Promise<ControlState> {
  const { held, gaps } = await readTodayGaps(db, tx);
  const term = await readOpenFindings(db, { teacherId: null }, tx);
  const since = addDays(db.today(), -WEEK);
  const week = term.filter(({ foundOn }) => foundOn > since);
  return { findings: { today: gaps, week, term }, held, checked: await readChecked(db, tx) };
}

async function readChecked(db: Db, tx?: Tx): Promise<Moment | null> {
  const [row] = await db.select<{ at: RawInstant | null }>(
    "SELECT MAX(finished_at) AS at FROM job_run WHERE job = :job AND state = 'done'",
    { job: CONTROL_JOB },
    tx,
  );
  return row?.at ? momentOf(row.at, db.timezone) : null;
}
