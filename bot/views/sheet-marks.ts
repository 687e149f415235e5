import type { LessonSheet, SheetPupil } from '../../db/reports/lesson-sheet.ts';
import type { Button } from '../dialogue/reply.ts';
import type { Texts } from '../texts/ru.ts';

/** «5» or the sign of work that is owed. */
export function markSign(value: number | null, { teacher }: Texts): string {
  return value === null ? teacher.owedSign : String(value);
}

/** «5 4 · н»: all that a pupil has at a lesson; empty if nothing. */
export function standing({ marks, absence }: SheetPupil, texts: Texts): string {
  const values = marks.map(({ value }) => markSign(value, texts)).join(' ');
  const letter = absence === null ? '' : texts.school.absenceLetters[absence];
  return [values, letter].filter((part) => part !== '').join(' · ');
}

/** The marks of the school's scale, the best first, and the sign of work that is owed. */
export function scaleOf({ lowest }: Pick<LessonSheet, 'lowest'>): (number | null)[] {
  return [...[5, 4, 3, 2, 1].filter((value) => value >= lowest), null];
}

/** Numbers side by side; the word for work that is owed has no room beside them on a phone. */
export function valueRows(buttons: readonly Button[]): Button[][] {
  const numbers = buttons.filter(({ text }) => /\d/.test(text));
  const owed = buttons.filter((button) => !numbers.includes(button));
  return [numbers, owed].filter((row) => row.length > 0);
}
