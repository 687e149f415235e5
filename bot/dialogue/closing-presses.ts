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
