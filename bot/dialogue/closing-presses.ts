import { FATES, type Fate } from '../../db/rules/promotion.ts';
import { press } from './press.ts';

/** The terms that may be closed, and for the administrator the year. */
export const closingPress = () => press('close1');

/** What a term lacks, a page of it. */
export const termClosingPress = (termId: number, page = 0) => press('closet1', termId, page);

/** Asks once more before a term is closed that lacks something. */
export const sureClosingPress = (termId: number) => press('closeask1', termId);

/** Closes a term that lacks as much as was shown. */
export const closeTermPress = (termId: number, missing: number) =>
  press('closeok1', termId, missing);

/** Opens a closed term again. */
export const reopenTermPress = (termId: number) => press('closere1', termId);

/** A year that may be closed, with what becomes of its classes; a page of them. */
export const yearClosingPress = (yearId: number, page = 0) => press('year1', yearId, page);

/** The pupils without a year mark, a page of their courses. */
export const yearLacksPress = (yearId: number, page = 0) => press('yearlack1', yearId, page);

/** What becomes of the pupils of a class, a page of them. */
export const yearClassPress = (yearId: number, classId: number, page = 0) =>
  press('yearcls1', yearId, classId, page);

/** Decides what becomes of a pupil; 0 is the whole class. */
export const fatePress = (
  of: { yearId: number; classId: number; pupilId: number },
  fate: Fate,
  page: number,
) => press('yearfate1', of.yearId, of.classId, of.pupilId, FATES.indexOf(fate), page);

/** Asks for the order, after which the year is closed. */
export const closeYearPress = (yearId: number, missing: number, withCourses: boolean) =>
  press('yearask1', yearId, missing, withCourses ? 1 : 0);
