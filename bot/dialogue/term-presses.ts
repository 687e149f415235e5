import {
  seenVersion,
  type TermChoice,
  type TermPupil,
  type TermSheet,
} from '../../db/reports/term-sheet.ts';
import { acceptKey } from '../../db/rules/accept-key.ts';
import { TERM_VALUES, type TermValue } from '../../db/rules/term-mark.ts';
import { press } from './press.ts';

/** A reader's own courses. */
export const termListPress = (page = 0) => press('tlist1', page);

/** All courses of a class. */
export const termClassPress = (classId: number, page = 0) => press('tclass1', classId, page);

/** All classes of the school. */
export const termClassesPress = (page = 0) => press('tschool1', page);

export const termSheetPress = (courseId: number, choice: TermChoice, page = 0) =>
  press('term1', courseId, choiceArg(choice), page);

export const acceptPress = (sheet: TermSheet, sure: readonly TermPupil[], page: number) =>
  press('tsure1', sheet.course.courseId, choiceArg(choiceOf(sheet)), page, acceptKey(sure));

export const termPupilPress = (sheet: TermSheet, pupilId: number) =>
  press('tpup1', sheet.course.courseId, choiceArg(choiceOf(sheet)), pupilId);

/** Null takes the decision away. */
export const decidePress = (sheet: TermSheet, pupil: TermPupil, value: TermValue | null) =>
  press(
    'tset1',
    sheet.course.courseId,
    choiceArg(choiceOf(sheet)),
    pupil.pupilId,
    value ?? 'x',
    seenVersion(pupil),
  );

function choiceOf({ term }: TermSheet): TermChoice {
  return term?.id ?? 'year';
}

function choiceArg(choice: TermChoice): string {
  return typeof choice === 'number' ? String(choice) : choice.slice(0, 1);
}

/** The term in a payload; null for anything we never wrote. */
export function readChoice(arg: string | undefined): TermChoice | null {
  if (arg === 'y') {
    return 'year';
  }
  if (arg === 'd') {
    return 'due';
  }
  return /^\d{1,9}$/.test(arg ?? '') ? Number(arg) : null;
}

/** The value in a payload; 'clear' takes the decision away, null is nothing we ever wrote. */
export function readTermValue(arg: string | undefined): TermValue | 'clear' | null {
  return arg === 'x' ? 'clear' : (TERM_VALUES.find((value) => value === arg) ?? null);
}
