import { readChildTerms } from '../../db/reports/child-terms.ts';
import { childTermsScreen } from '../views/child-terms.ts';
import { penOf } from './actor.ts';
import { readYears } from './child-term.ts';
import { idOf, type PressTable, readId } from './press.ts';
import { redraw, type Screen, type Turn } from './turn.ts';
import { saw } from './viewed.ts';

export const childTermsPresses: PressTable = {
  cterm1: async (turn, [pupil, year]) =>
    redraw(turn, await readTermsScreen(turn, idOf(pupil), readId(year))),
};

/** A child's term marks of a year, by default the newest, for whoever may read that child. */
export async function readTermsScreen(
  turn: Turn,
  pupilId: number | null,
  yearId: number | null,
): Promise<Screen> {
  const page = await readYears(turn, pupilId);
  if ('instead' in page) {
    return page.instead;
  }
  const { child, years, newest } = page;
  saw(turn, 'family', 'term', child.pupilId);
  const year = years.find(({ academicYearId }) => academicYearId === yearId) ?? newest;
  const subjects = await readChildTerms(turn.db, { pupilId: child.pupilId, year });
  return childTermsScreen({ ...page, year, subjects }, penOf(turn));
}
