import { addDays, daysBetween } from '../days.ts';
import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readYearClosing, type YearClosing } from '../reports/year-closing.ts';
import { can } from '../rules/access.ts';
import { writeChanges } from './audit.ts';
import type { By } from './by.ts';
import { checkYear } from './check-calendar.ts';
import { checkOrder } from './enrolment-record.ts';
import { type Promoted, promoteClasses } from './promote-classes.ts';

export type CloseYear = {
  yearId: number;
  /** Number and date of the order of promotion. */
  order: string;
  /** The days of the next year; null where it is there already. */
  next: { startsOn: string; endsOn: string } | null;
  /** The subjects of each class go on with their teachers. */
  withCourses: boolean;
  /** As many year marks may be missing as were shown; more is refused as stale. */
  missing: number;
};

const LONGEST_DAYS = 400;

/**
 * Closes a year for good: ends its enrolments on its last day, makes the next year if there is none
 * and its classes, and enrols who moves up or repeats, all or nothing. For the administrator. Refuses
 * a year with open terms, one that isn't over, one that is closed, and days that don't fit.
 */
export async function closeYear(tx: Tx, by: By, close: CloseYear): Promise<Promoted> {
  if (!can(by.actor, 'school.write', null)) {
    throw new Refusal('not-allowed');
  }
  checkOrder(close.order);
  const closing = await readYearClosing(tx.db, close.yearId, tx);
  const { year } = closing;
  if (closing.openTerms > 0) {
    throw new Refusal('terms-open', { count: closing.openTerms });
  }
  if (closing.terms === 0 && tx.today < year.endsOn) {
    throw new Refusal('term-running', { date: year.endsOn });
  }
  if (closing.missing > close.missing) {
    throw new Refusal('stale');
  }
  const [closed] = await tx.run<{ id: number }>(
    "UPDATE academic_year SET state = 'closed' WHERE id = :id AND state = 'open' RETURNING id",
    { id: year.id },
  );
  if (!closed) {
    throw new Refusal('year-closed', { year: year.name });
  }
  const next = closing.next ?? (await makeYear(tx, by, closing, close.next));
  const { order, withCourses, missing } = close;
  const promoted = await promoteClasses(tx, by, { closing, next, order, withCourses });
  await writeChanges(tx, by, [
    {
      ...{ record: 'academic_year', recordId: year.id, before: { state: 'open' } },
      after: { state: 'closed', missing, order },
    },
  ]);
  return promoted;
}

async function makeYear(
  tx: Tx,
  by: By,
  { year }: YearClosing,
  days: CloseYear['next'],
): Promise<{ id: number; name: string; startsOn: string; endsOn: string }> {
  const from = addDays(year.endsOn, 1);
  if (!days || days.startsOn < from) {
    throw new Refusal('year-days', { from });
  }
  const { startsOn, endsOn } = days;
  if (endsOn <= startsOn || daysBetween(startsOn, endsOn) > LONGEST_DAYS) {
    throw new Refusal('year-days', { from });
  }
  await checkYear(tx, days);
  const name = yearName(days);
  const { AcademicYear } = tx.db.models;
  const { transaction } = tx;
  if ((await AcademicYear.count({ where: { name }, transaction })) > 0) {
    throw new Refusal('years-overlap', { year: name });
  }
  const { id } = await AcademicYear.create({ name, startsOn, endsOn }, { transaction });
  const after = { name, startsOn, endsOn, state: 'open' };
  await writeChanges(tx, by, [{ record: 'academic_year', recordId: id, before: null, after }]);
  return { id, name, startsOn, endsOn };
}

/** «2027/28» */
function yearName({ startsOn }: { startsOn: string }): string {
  const first = Number(startsOn.slice(0, 4));
  return `${first}/${String((first + 1) % 100).padStart(2, '0')}`;
}
