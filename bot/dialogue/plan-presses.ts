import { press } from './press.ts';

/** A teacher's own courses with plan against fact, a page of them. */
export const planListPress = (page = 0) => press('plist1', page);

/** The plan of a course. */
export const coursePlanPress = (courseId: number) => press('pcrs1', courseId);

/** The plan as a workbook to fill in. */
export const planTemplatePress = (courseId: number) => press('ptpl1', courseId);

/** Asks for the workbook. */
export const askPlanPress = (courseId: number) => press('pask1', courseId);

/** Loads the workbook that was checked; `key` tells it from another one sent meanwhile. */
export const loadPlanPress = (key: string) => press('pload1', key);

/** Forgets the workbook that was checked. */
export const dropPlanPress = (key: string) => press('pdrop1', key);

/** The lines of a course that may be corrected, a page of them. */
export const fixListPress = (courseId: number, page = 0) => press('pfix1', courseId, page);

/** What may be done to a line. */
export const fixLinePress = (planItemId: number) => press('pline1', planItemId);

/** Gives a line's topic together with the next line's, at one lesson. */
export const mergePress = (planItemId: number, nextId: number) =>
  press('pmrg1', planItemId, nextId);

/** Leaves a line out. */
export const cutPress = (planItemId: number) => press('pcut1', planItemId);

/** Asks where to put a line, a page of places. */
export const movePress = (planItemId: number, page = 0) => press('pmov1', planItemId, page);

/** Puts a line before another, 0 at the end. */
export const moveToPress = (planItemId: number, beforeId: number) =>
  press('pto1', planItemId, beforeId);
