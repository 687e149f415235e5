import type { ExcuseDecision } from '../../db/actions/apply-excuse.ts';
import type { ExcuseAnswer } from '../../db/rules/excuse.ts';
import { press } from './press.ts';

// What the buttons of excuses carry.

const ANSWERS: Record<Exclude<ExcuseAnswer, 'other'>, string> = {
  ill: 'i',
  excused: 'e',
  unknown: 'u',
};
const DECISIONS: Record<ExcuseDecision, string> = {
  ill: 'i',
  excused: 'e',
  declined: 'd',
  back: 'b',
};

/** The days an own child's absence can be explained for. */
export const daysPress = (pupilId: number) => press('exdays1', pupilId);

/** Asks why a child is away on a day. */
export const dayPress = (pupilId: number, date: string) => press('exday1', pupilId, date);

/** A parent's answer by one tap; in own words it is asked for. */
export const answerPress = (pupilId: number, date: string, answer: ExcuseAnswer) =>
  answer === 'other'
    ? press('exown1', pupilId, date)
    : press('exans1', pupilId, date, ANSWERS[answer]);

export function readAnswer(arg: string | undefined): Exclude<ExcuseAnswer, 'other'> | null {
  return keyOf(ANSWERS, arg);
}

/** What parents of a class have answered. */
export const listPress = (classId: number) => press('exlist1', classId);

export const openPress = (excuseId: number) => press('exopen1', excuseId);

/** The class teacher's decision on an answer as it was shown. */
export const decidePress = (of: { excuseId: number; version: number }, decision: ExcuseDecision) =>
  press('exset1', of.excuseId, of.version, DECISIONS[decision]);

export function readDecision(arg: string | undefined): ExcuseDecision | null {
  return keyOf(DECISIONS, arg);
}

function keyOf<K extends string>(letters: Record<K, string>, arg: string | undefined): K | null {
  const found = Object.entries(letters).find(([, letter]) => letter === arg);
  return found ? (found[0] as K) : null;
}
