/**
 * The user's own mistake or lack of a right: shown to the user as one sentence, never logged as an
 * error, changes nothing. `reason` names the sentence in `bot/texts` and in the panel's locale;
 * `data` fills it in (plain values only).
 */
export class Refusal extends Error {
  readonly reason: RefusalReason;
  readonly data: RefusalData;

  constructor(reason: RefusalReason, data: RefusalData = {}) {
    super(reason);
    this.name = 'Refusal';
    this.reason = reason;
    this.data = data;
  }
}

export type RefusalData = Record<string, string | number>;

/** Every sentence a write may be refused with. The texts are keyed by these names, none missing. */
export const REFUSAL_REASONS = [
  'not-allowed',
  'not-found',
  'stale', // what the button showed has changed since
  'term-closed', // data: date
  'term-running', // it isn't over, so it can't be closed; data: date (its last day)
  'term-closed-already',
  'term-open-already',
  'terms-overlap', // data: from, until (of the other term)
  'term-outside-year', // data: from, until
  'years-overlap', // data: year
  'year-closed', // data: year
  'year-days', // the next year's days don't fit; data: from
  'terms-open', // the year has open terms; data: count
  'reason-closed', // a closed term opens with a reason only; data: date
  'reason-late', // the edit window is over; data: date, days
  'not-a-school-day', // data: date, name
  'no-term', // data: date
  'future-date', // data: date
  'no-such-lesson', // data: date, number
  'lesson-cancelled', // data: date, number
  'lesson-moved', // data: date, number, toDate, toNumber
  'grade-one-no-marks',
  'grade-one-no-homework',
  'mark-free-course', // data: subject
  'wrong-mark', // data: value
  'wrong-term-mark', // data: value
  'setting-out-of-range', // data: least, most, whole (1 if fractions are none)
  'mark-and-absence', // data: pupil, code
  'not-in-class', // data: pupil
  'enrolment-day', // data: from, until
  'text-too-long', // data: limit
  'text-empty',
  'wrong-due-date', // homework for a day that isn't after the lesson; data: date
  'file-too-big', // data: limit (megabytes)
  'too-many-files', // data: limit
  'nothing-to-correct', // no such mark or absence at the lesson
  'several-to-correct', // several such marks: which is meant can't be told
  'nothing-to-undo',
  'undo-overtaken', // somebody changed the record after the action
  'code-invalid', // one answer for unknown, expired, used and revoked
  'link-limit', // too many links into the panel; data: minutes
  'code-limit', // too many wrong codes from this chat; data: minutes
  'private-chat-only',
  'message-limit', // too many messages of a parent; data: count, minutes
  'export-limit', // data: minutes
  'no-class-teacher',
  'no-absences', // nothing that an excuse could turn into a code; data: date
] as const;

export type RefusalReason = (typeof REFUSAL_REASONS)[number];
