/** A write into a lesson as the rules of correcting see it. */
export type Correction = {
  termClosed: boolean;
  /** The actor may write into a closed term. */
  mayReopen: boolean;
  /** Days since the lesson; up to `window` of them corrections are free. */
  age: number;
  window: number;
  /** Something that stands is changed or taken away; filling in late only adds. */
  corrects: boolean;
  hasReason: boolean;
};

/**
 * Whether a write goes through: a closed term takes it from those who may reopen it alone, and with a
 * reason; in an open one only corrections after the edit window need a reason.
 */
export function judgeCorrection(
  write: Correction,
): 'free' | 'term-closed' | 'reason-closed' | 'reason-late' {
  const { termClosed, mayReopen, age, window, corrects, hasReason } = write;
  if (termClosed && !mayReopen) {
    return 'term-closed';
  }
  if (hasReason) {
    return 'free';
  }
  if (termClosed) {
    return 'reason-closed';
  }
  return corrects && age > window ? 'reason-late' : 'free';
}

type MarkState = { value: number | null; state: 'active' | 'cancelled' };

/** A mark that stands is changed or cancelled. Work that was owed and is marked now is late filling. */
export function correctsMark(before: MarkState, after: MarkState): boolean {
  const paidUp = before.value === null && after.value !== null && after.state === 'active';
  return before.state === 'active' && !paidUp;
}

/** An absence that stands is changed or cancelled; noting one that was cancelled is not. */
export function correctsAbsence(before: { state: 'active' | 'cancelled' }): boolean {
  return before.state === 'active';
}

/** One of a lesson's own fields gets another content than it had. */
export function correctsFields(before: object, after: object): boolean {
  return Object.entries(after).some(([field, value]) => {
    const was: unknown = Reflect.get(before, field);
    return was !== null && was !== value;
  });
}
