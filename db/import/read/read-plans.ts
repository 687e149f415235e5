import { HEADINGS, type Language } from '../headings/headings.ts';
import type { ImportProblem } from '../problem.ts';
import type { ReadSheet } from './read-school.ts';
import { readSchoolWorkbook } from './read-workbook.ts';

/**
 * Reads the sheet of plans out of the bytes of a workbook; other sheets are passed over with all that
 * is wrong there. `plans` is null if there is no such sheet, and `problems` say so.
 */
export async function readPlanWorkbook(
  bytes: Uint8Array,
  language: Language,
): Promise<{ plans: ReadSheet<'plans'> | null; problems: ImportProblem[] }> {
  const { school, problems } = await readSchoolWorkbook(bytes);
  const { plans = null } = school;
  const ofFile = problems.filter(({ sheet }) => sheet === (plans?.title ?? null) || sheet === null);
  const empty = !plans || (plans.rows.length === 0 && plans.broken.length === 0);
  if (ofFile.length === 0 && empty) {
    const sheets = HEADINGS[language].sheets.plans;
    const data = { sheets };
    ofFile.push({ sheet: null, row: null, column: null, problem: 'nothing-to-import', data });
  }
  return { plans, problems: ofFile };
}
