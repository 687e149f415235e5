import { Refusal } from '../errors.ts';
import type { Enrolment } from '../models/enrolment.ts';
import type { Tx } from '../open.ts';
import { type ClassFacts, readClassFacts } from '../reports/class-facts.ts';
import { type ChangeEntry, writeChanges } from './audit.ts';
import type { By } from './by.ts';

// «15-у/2026 от 01.12.2026» with room to spare.
const ORDER_LENGTH = 80;

/** The class whose list is changed, for whoever may change it; refuses others. */
export function rollOf(tx: Tx, by: By, classId: number): Promise<ClassFacts> {
  return readClassFacts(tx.db, by.actor, { classId, action: 'class.roll' }, tx);
}

/** A pupil's stay in a class that nobody has ended yet; refused as stale where there is none. */
export async function openStay(
  tx: Tx,
  { pupilId, classId }: { pupilId: number; classId: number },
): Promise<Enrolment> {
  const stay = await tx.db.models.Enrolment.findOne({
    where: { pupilId, classId, endsOn: null },
    order: [['startsOn', 'DESC']],
    transaction: tx.transaction,
  });
  if (!stay) {
    throw new Refusal('stale');
  }
  return stay;
}

/** Refuses a day out of these, both allowed. */
export function checkDay(day: string, { from, until }: { from: string; until: string }): void {
  if (day < from || day > until) {
    throw new Refusal('enrolment-day', { from, until });
  }
}

/** Refuses an order that is too long to be one. */
export function checkOrder(order: string): void {
  if (order.length > ORDER_LENGTH) {
    throw new Refusal('text-too-long', { limit: ORDER_LENGTH });
  }
}

/** The last day with a mark or an absence of a pupil at a lesson of this class; null without any. */
export async function lastRecordDay(
  tx: Tx,
  of: { pupilId: number; classId: number },
): Promise<string | null> {
  const lines = ['mark', 'absence'].map(
    (record) =>
      `SELECT r.date FROM ${record} r JOIN lesson l ON l.id = r.lesson_id
         JOIN course c ON c.id = l.course_id AND c.class_id = :classId
        WHERE r.pupil_id = :pupilId AND r.state = 'active'`,
  );
  const [last] = await tx.db.select<{ date: string }>(
    `${lines.join(' UNION ALL ')} ORDER BY 1 DESC LIMIT 1`,
    of,
    tx,
  );
  return last?.date ?? null;
}

/** Begins a stay, next in the class list, with its audit line. */
export async function beginStay(
  tx: Tx,
  by: By,
  stay: { pupilId: number; classId: number; day: string; order: string },
): Promise<void> {
  const { pupilId, classId, day, order } = stay;
  const [list] = await tx.db.select<{ last: number | null }>(
    `SELECT MAX(number) AS last FROM enrolment
      WHERE class_id = :classId AND (ends_on IS NULL OR ends_on >= :day)`,
    { classId, day },
    tx,
  );
  const after = { pupilId, classId, number: Number(list?.last ?? 0) + 1, startsOn: day };
  const row = await tx.db.models.Enrolment.create(
    { ...after, orderIn: order },
    { transaction: tx.transaction },
  );
  await note(tx, by, {
    recordId: row.id,
    pupilId,
    before: null,
    after: { ...after, orderIn: order },
  });
}

/** Ends a stay on its last day, with its audit line; refused as stale once it was ended. */
export async function endStay(
  tx: Tx,
  by: By,
  stay: Enrolment,
  { day, order }: { day: string; order: string },
): Promise<void> {
  const after = { endsOn: day, orderOut: order };
  const [ended] = await tx.db.models.Enrolment.update(after, {
    where: { id: stay.id, endsOn: null },
    transaction: tx.transaction,
  });
  if (ended !== 1) {
    throw new Refusal('stale');
  }
  const before = { endsOn: stay.endsOn, orderOut: stay.orderOut };
  await note(tx, by, { recordId: stay.id, pupilId: stay.pupilId, before, after });
}

function note(tx: Tx, by: By, entry: Omit<ChangeEntry, 'record'>): Promise<void> {
  return writeChanges(tx, by, [{ record: 'enrolment', ...entry }]);
}
