import type { Tx } from '../open.ts';
import type { Control } from '../reports/control/control.ts';
import type { Finding } from '../rules/control/finding.ts';
import { insertRows } from './insert-rows.ts';
import { updateRows } from './update-rows.ts';

type Stored = {
  id: number;
  key: string;
  rule: string;
  courseId: number;
  termId: number;
  teacherId: number | null;
  pupilId: number | null;
  date: string | null;
  number: number | null;
  amount: number | null;
  state: 'open' | 'closed';
  foundOn: string;
  closedOn: string | null;
};

const COLUMNS = [
  ...['id', 'key', 'rule', 'course_id', 'term_id', 'teacher_id', 'pupil_id', 'date', 'number'],
  ...['amount', 'state', 'found_on', 'closed_on'],
];

/**
 * Writes what the control has found: a new gap is opened, one that was closed and is back is opened
 * anew, and what is found no more in the terms looked at is closed as mended. What hasn't changed is
 * not touched. Findings are reckoned from the journal, so they have no audit lines: its own have all.
 * For the job, and for deputy heads through `recountControl`.
 */
export async function writeFindings(
  tx: Tx,
  { findings, termIds }: Control,
): Promise<{ opened: number; closed: number }> {
  if (termIds.length === 0) {
    return { opened: 0, closed: 0 };
  }
  const stored = new Map((await readStored(tx, termIds)).map((row) => [row.key, row]));
  const fresh = findings.filter(({ key }) => !stored.has(key));
  const again = findings.flatMap((finding) => {
    const before = stored.get(finding.key);
    return before ? [{ before, after: standing(tx, before, finding) }] : [];
  });
  const found = new Set(findings.map(({ key }) => key));
  const mended = [...stored.values()]
    .filter(({ key, state }) => state === 'open' && !found.has(key))
    .map((row) => ({ ...row, state: 'closed' as const, closedOn: tx.today }));
  await insertRows(
    tx,
    'finding',
    COLUMNS.slice(1),
    fresh.map((finding) => valuesOf(born(tx, finding)).slice(1)),
  );
  const changed = again.filter(({ before, after }) => differs(before, after));
  await updateRows(
    tx,
    'finding',
    COLUMNS,
    ['teacher_id', 'date', 'number', 'amount', 'state', 'found_on', 'closed_on'],
    [...changed.map(({ after }) => after), ...mended].map(valuesOf),
  );
  const reopened = changed.filter(({ before }) => before.state === 'closed').length;
  return { opened: fresh.length + reopened, closed: mended.length };
}

function readStored(tx: Tx, termIds: readonly number[]): Promise<Stored[]> {
  return tx.db.select<Stored>(
    `SELECT id, key, rule, course_id AS "courseId", term_id AS "termId",
            teacher_id AS "teacherId", pupil_id AS "pupilId", date, number, amount, state,
            found_on AS "foundOn", closed_on AS "closedOn"
       FROM finding WHERE term_id IN (:termIds)`,
    { termIds },
    tx,
  );
}

function born(tx: Tx, { lesson, ...finding }: Finding): Stored {
  const { date = null, number = null } = lesson ?? {};
  return { id: 0, ...finding, date, number, state: 'open', foundOn: tx.today, closedOn: null };
}

/** What stands after a gap was found again: since when it is open stays, unless it was closed. */
function standing(tx: Tx, before: Stored, finding: Finding): Stored {
  const foundOn = before.state === 'open' ? before.foundOn : tx.today;
  return { ...born(tx, finding), id: before.id, foundOn };
}

function valuesOf(row: Stored): unknown[] {
  const { id, key, rule, courseId, termId, teacherId, pupilId } = row;
  const { date, number, amount, state, foundOn, closedOn } = row;
  return [
    ...[id, key, rule, courseId, termId, teacherId, pupilId, date, number, amount, state],
    ...[foundOn, closedOn],
  ];
}

function differs(before: Stored, after: Stored): boolean {
  const values = valuesOf(before);
  return valuesOf(after).some((value, index) => value !== values[index]);
}
