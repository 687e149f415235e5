import type { UndoableRecord } from '../rules/undoable.ts';
import type { RawInstant } from '../values.ts';

/** What one operation did to one record: from what was before it to what it left. */
export type UndoneChange = {
  record: UndoableRecord;
  recordId: number;
  pupilId: number | null;
  /** Null on a term mark and on a plan's line. */
  lessonId: number | null;
  before: string | null;
  after: string;
  at: RawInstant;
};

/**
 * A record still says what an operation made it say. Versions can't tell: taking back a later
 * operation restores the words under a new version.
 */
export function isAs(now: object, after: object): boolean {
  return JSON.stringify({ ...now, version: 0 }) === JSON.stringify({ ...after, version: 0 });
}
