import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readTermSheet, type TermSheet } from '../reports/term-sheet.ts';
import { can } from '../rules/access.ts';
import type { By } from './by.ts';

/** The term marks of a course: of one term, or of the year by null. */
export type TermKey = { courseId: number; termId: number | null };

/**
 * The first step of every write of term marks: reads the sheet and checks that this actor may decide
 * on it. An open term is the course's own teacher's and the administrator's; a closed one the deputy
 * head's and the administrator's, with a reason.
 */
export async function openTermSheet(
  tx: Tx,
  by: By,
  { courseId, termId }: TermKey,
): Promise<TermSheet> {
  const sheet = await readTermSheet(tx.db, by.actor, { courseId, choice: termId ?? 'year' }, tx);
  const mayDecide = can(by.actor, 'term.decide', sheet.course);
  const mayCorrect = can(by.actor, 'journal.correct-closed', null);
  if (!mayDecide && !(sheet.closed && mayCorrect)) {
    throw new Refusal('not-allowed');
  }
  if (sheet.closed && !(mayCorrect && by.reason?.trim())) {
    const last = sheet.term ?? sheet.course.terms.at(-1);
    const date = last?.endsOn ?? tx.today;
    throw new Refusal(mayCorrect ? 'reason-closed' : 'term-closed', { date });
  }
  return sheet;
}
