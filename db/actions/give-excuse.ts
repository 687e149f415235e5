import { addDays } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { classIdOn, readSeat } from '../reports/seat.ts';
import { can } from '../rules/access.ts';
import {
  EXCUSE_DAYS,
  EXCUSE_FLOOD,
  EXCUSE_TEXT_LIMIT,
  type ExcuseAnswer,
} from '../rules/excuse.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';

export type GiveExcuse = {
  pupilId: number;
  date: string;
  answer: ExcuseAnswer;
  /** In the parent's own words, for `other`. */
  text: string | null;
};

/**
 * A parent explains why their child is away on a day, of the last two weeks or the next. It writes
 * nothing into the journal: the class teacher decides. A second answer for the day replaces the
 * first; the same one again changes nothing. For a parent who has agreed to get this child's data
 * here. The audit keeps no words of it, as they may be about health.
 */
export async function giveExcuse(
  tx: Tx,
  by: By,
  { pupilId, date, answer, text }: GiveExcuse,
): Promise<{ excuseId: number; changed: boolean }> {
  await checkRight(tx, by, pupilId, date);
  if (text !== null && text.length > EXCUSE_TEXT_LIMIT) {
    throw new Refusal('text-too-long', { limit: EXCUSE_TEXT_LIMIT });
  }
  const { AbsenceExcuse } = tx.db.models;
  const { transaction } = tx;
  const key = { pupilId, date, personId: by.actor.personId };
  const before = await AbsenceExcuse.findOne({ where: key, transaction });
  if (before?.answer === answer && before.text === text && before.state !== 'declined') {
    return { excuseId: before.id, changed: false };
  }
  await checkFlood(tx, by);
  const version = (before?.version ?? 0) + 1;
  const next = { answer, text, state: 'new' as const, version, updatedAt: tx.now };
  const excuse =
    before ??
    (await AbsenceExcuse.create(
      { ...key, ...next, createdAt: tx.now },
      { transaction, silent: true },
    ));
  if (before) {
    await AbsenceExcuse.update(next, { where: { id: before.id }, transaction, silent: true });
  }
  await writeChanges(tx, by, [
    {
      record: 'absence_excuse',
      recordId: excuse.id,
      pupilId,
      before: before && { answer: before.answer, state: before.state, version: before.version },
      after: { date, answer, state: 'new', version },
    },
  ]);
  return { excuseId: excuse.id, changed: true };
}

async function checkRight(tx: Tx, by: By, pupilId: number, date: string): Promise<void> {
  const classId = await classIdOn(tx.db, { pupilId, day: date }, tx);
  const of = { pupilId, classId: classId ?? 0, personId: by.actor.personId, day: date };
  const seat = await readSeat(tx.db, of, tx);
  if (!by.actor.childIds.includes(pupilId) || (seat && !can(by.actor, 'excuse.write', seat))) {
    throw new Refusal('not-allowed');
  }
  const from = addDays(tx.today, -EXCUSE_DAYS.back);
  if (!seat || date < from || date > addDays(tx.today, EXCUSE_DAYS.ahead)) {
    throw new Refusal('no-term', { date });
  }
}

async function checkFlood(tx: Tx, by: By): Promise<void> {
  const { count, minutes } = EXCUSE_FLOOD;
  const since = new Date(tx.now.getTime() - minutes * 60_000);
  const [row] = await tx.db.select<{ given: number }>(
    `SELECT CAST(COUNT(*) AS INTEGER) AS given FROM change
      WHERE actor_id = :personId AND at > :since AND record = 'absence_excuse'`,
    { personId: by.actor.personId, since },
    tx,
  );
  if ((row?.given ?? 0) >= count) {
    throw new Refusal('message-limit', { count, minutes });
  }
}
