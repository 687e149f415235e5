import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { By } from './by.ts';
import { openTermSheet, type TermKey } from './open-term-sheet.ts';
import {
  readTermMark,
  storeTermMark,
  type TermMarkRecord,
  termMarkRecord,
} from './term-mark-record.ts';
import { isAs, type UndoneChange } from './undone-change.ts';

/** Takes back term marks of one course and term, if this actor may decide them now. For undoLast. */
export async function takeBackTermMarks(
  tx: Tx,
  by: By,
  changes: readonly UndoneChange[],
  undoes: string,
): Promise<{ term: TermKey }> {
  const first = await readTermMark(tx, changes[0]?.recordId ?? 0);
  if (!first) {
    throw new Refusal('nothing-to-undo');
  }
  const { courseId, termId } = first;
  await openTermSheet(tx, by, { courseId, termId });
  for (const change of changes) {
    const mark = await readTermMark(tx, change.recordId);
    if (!mark || !isAs(termMarkRecord(mark), JSON.parse(change.after))) {
      throw new Refusal('undo-overtaken');
    }
    const before = change.before && (JSON.parse(change.before) as TermMarkRecord);
    await storeTermMark(tx, by, mark, before || { ...mark, state: 'cancelled' }, undoes);
  }
  return { term: { courseId, termId } };
}
