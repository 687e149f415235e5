import { groupBy } from '../../db/group-by.ts';
import type { SheetPupil } from '../../db/reports/lesson-sheet.ts';
import type { RosterPupil } from '../../db/reports/roster.ts';
import type { Button } from '../dialogue/reply.ts';
import type { DialogueConfig } from '../dialogue/turn.ts';
import type { Texts } from '../texts/ru.ts';
import { bold, escapeHtml } from './html.ts';
import type { Pen } from './lesson.ts';
import { numberedName } from './pupil-name.ts';
import { rowsOf } from './rows.ts';
import { standing } from './sheet-marks.ts';

const PAGE_SIZE = 30;
// Up to so many pupils a name may be long, as two fit in a row; three rows of five are quicker after that.
const WIDE_BUTTONS = 14;
const BUTTON_SURNAME = 9;
const SIGN_LETTERS = 2;

/** The page of the class list on which a pupil stands. */
export function pageOf({ pupils }: { pupils: readonly RosterPupil[] }, pupilId: number): number {
  const index = pupils.findIndex((pupil) => pupil.pupilId === pupilId);
  return Math.floor(Math.max(index, 0) / PAGE_SIZE);
}

/** The pupils of a page; a page that isn't there is the first. */
export function pageOfClass<P>(
  pupils: readonly P[],
  wanted: number,
): { page: number; listed: P[] } {
  const page = wanted * PAGE_SIZE < pupils.length ? wanted : 0;
  return { page, listed: pupils.slice(page * PAGE_SIZE, (page + 1) * PAGE_SIZE) };
}

/** «12. Петрова А. 5 4 · о» */
export function pupilLine(pupil: SheetPupil, { texts, names }: Pen): string {
  const now = standing(pupil, texts);
  const name = escapeHtml(numberedName(pupil, names));
  return now === '' ? name : `${name} ${bold(now)}`;
}

/**
 * A button for each listed pupil; namesakes among all of them have an initial. `sign` stands before
 * the name.
 */
export function pupilButtons<P extends RosterPupil>(
  pupils: readonly RosterPupil[],
  listed: readonly P[],
  names: DialogueConfig['names'],
  of: (pupil: P) => { press: string; sign?: string },
): Button[][] {
  const perRow = pupils.length > WIDE_BUTTONS ? 3 : 2;
  const namesakes = new Set(
    [...groupBy(pupils, ({ lastName }) => lastName).values()]
      .filter((group) => group.length > 1)
      .flatMap((group) => group.map(({ pupilId }) => pupilId)),
  );
  const buttons = listed.map((pupil) => {
    const { press, sign } = of(pupil);
    const letters = BUTTON_SURNAME - (sign === undefined ? 0 : SIGN_LETTERS);
    const name = buttonName(pupil, names, {
      letters: perRow === 3 ? letters : Number.POSITIVE_INFINITY,
      initial: namesakes.has(pupil.pupilId),
    });
    return { text: sign === undefined ? name : `${sign} ${name}`, press };
  });
  return rowsOf(buttons, perRow);
}

function buttonName(
  { lastName, firstName, number }: RosterPupil,
  names: DialogueConfig['names'],
  { letters, initial }: { letters: number; initial: boolean },
): string {
  if (names === 'none') {
    return `№ ${number}`;
  }
  const short = lastName.length > letters ? `${lastName.slice(0, letters - 1)}…` : lastName;
  return initial ? `${number} ${short} ${firstName.slice(0, 1)}.` : `${number} ${short}`;
}

/** Leads to the other pages of a long class; no buttons if there is one page. */
export function pageButtons(
  count: number,
  shown: number,
  { teacher }: Texts,
  pressOf: (page: number) => string,
): Button[] {
  if (count <= PAGE_SIZE) {
    return [];
  }
  const pages = Array.from({ length: Math.ceil(count / PAGE_SIZE) }, (_, page) => page);
  return pages
    .filter((page) => page !== shown)
    .map((page) => ({
      text: teacher.page(page * PAGE_SIZE + 1, Math.min((page + 1) * PAGE_SIZE, count)),
      press: pressOf(page),
    }));
}
