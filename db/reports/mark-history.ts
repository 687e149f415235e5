import type { Door } from '../actions/by.ts';
import type { MarkRecord } from '../actions/mark-record.ts';
import { dayOf, timeOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import { type RawInstant, toInstant } from '../values.ts';
import { type TeacherName, teacherName } from './teacher-name.ts';

/** One line of a mark's history; `day` and `time` are the school's. */
export type MarkEvent = {
  day: string;
  time: string;
  /** Null where no person did it. */
  who: TeacherName | null;
  door: Door;
  /** Null at the mark's birth. */
  before: MarkRecord | null;
  after: MarkRecord;
  reason: string | null;
};

type Row = {
  at: RawInstant;
  door: Door;
  before: string | null;
  after: string;
  reason: string | null;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

/** What became of a mark, oldest first, by the audit. For whoever may read its lesson. One query. */
export async function readMarkHistory(db: Db, markId: number, tx?: Tx): Promise<MarkEvent[]> {
  const rows = await db.select<Row>(
    `SELECT c.at, c.door, c.before, c.after, c.reason, p.last_name AS "lastName",
            p.first_name AS "firstName", p.middle_name AS "middleName"
       FROM change c LEFT JOIN person p ON p.id = c.actor_id
      WHERE c.record = 'mark' AND c.record_id = :markId ORDER BY c.id`,
    { markId },
    tx,
  );
  return rows.map(({ at, door, before, after, reason, lastName, firstName, middleName }) => ({
    day: dayOf(toInstant(at), db.timezone),
    time: timeOf(toInstant(at), db.timezone),
    who: teacherName(lastName, firstName, middleName),
    door,
    before: before === null ? null : (JSON.parse(before) as MarkRecord),
    after: JSON.parse(after) as MarkRecord,
    reason,
  }));
}
