import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readAbsences, storeAbsence } from './absence-record.ts';
import type { By } from './by.ts';
import type { OpenLesson } from './open-lesson.ts';

/**
 * Clears the way for marks: н, б or у of these pupils at the lesson is refused, or cancelled with
 * `replace`. Being late goes together with a mark.
 */
export async function cancelAbsences(
  tx: Tx,
  by: By,
  lesson: OpenLesson,
  { pupilIds, replace }: { pupilIds: readonly number[]; replace: boolean },
): Promise<void> {
  const absences = await readAbsences(tx, lesson.lessonId);
  for (const pupilId of new Set(pupilIds)) {
    const absence = absences.get(pupilId);
    if (!absence || absence.state === 'cancelled' || absence.code === 'late') {
      continue;
    }
    if (!replace) {
      throw new Refusal('mark-and-absence', { pupilId, code: absence.code });
    }
    await storeAbsence(tx, by, lesson, absence, { code: absence.code, state: 'cancelled' });
  }
}
