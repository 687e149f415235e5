import type { LessonKey } from '../actions/by.ts';
import { Refusal } from '../errors.ts';

/** What became of a lesson that isn't where the timetable has it. */
export type Displacement =
  | { kind: 'cancelled' }
  | { kind: 'moved'; toDate: string; toNumber: number };

/** The same with the reason, for staff. */
export type LessonChange = Displacement & { reason: string | null };

/** What a query reads of `timetable_change x` by CHANGE_COLUMNS; all null where there is none. */
export type ChangeColumns = {
  changeKind: LessonChange['kind'] | null;
  changeReason: string | null;
  toDate: string | null;
  toNumber: number | null;
};

export const CHANGE_COLUMNS = `x.kind AS "changeKind", x.reason AS "changeReason",
  x.to_date AS "toDate", x.to_number AS "toNumber"`;

export function changeOf({
  changeKind,
  changeReason: reason,
  toDate,
  toNumber,
}: ChangeColumns): LessonChange | null {
  if (changeKind === 'moved' && toDate !== null && toNumber !== null) {
    return { kind: 'moved', toDate, toNumber, reason };
  }
  return changeKind === null ? null : { kind: 'cancelled', reason };
}

/** What is said to whoever writes at a lesson that doesn't take place there. */
export function changeRefusal({ date, number }: Omit<LessonKey, 'courseId'>, change: LessonChange) {
  if (change.kind === 'cancelled') {
    return new Refusal('lesson-cancelled', { date, number });
  }
  const { toDate, toNumber } = change;
  return new Refusal('lesson-moved', { date, number, toDate, toNumber });
}
