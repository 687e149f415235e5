import type { LessonKey } from '../../db/actions/by.ts';
import { ABSENCE_CODES, type AbsenceCode } from '../../db/rules/absence-code.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import { readCode, readKind, readNumber } from './lesson-presses.ts';
import { lessonArg, press } from './press.ts';

// What the buttons of a lesson's working tools carry; the class list's own are in lesson-presses.ts.

export const rollModePress = (key: LessonKey, page: number, kind: WorkKindKey) =>
  press('rm1', lessonArg(key), page, kindArg(kind));

/** One tap of the roll call: from the code that was shown to the next one. */
export const rollTapPress = (
  key: LessonKey,
  tap: { pupilId: number; shown: AbsenceCode | null; wanted: AbsenceCode | null },
  page: number,
  kind: WorkKindKey,
) =>
  press(
    'rt1',
    lessonArg(key),
    tap.pupilId,
    `${codeArg(tap.shown)}${codeArg(tap.wanted)}`,
    page,
    kindArg(kind),
  );

/** The two codes of a tap; null for anything we never wrote. */
export function readTap(
  arg: string | undefined,
): { shown: AbsenceCode | null; wanted: AbsenceCode | null } | null {
  const [shown, wanted] = [readCode(arg?.charAt(0)), readCode(arg?.charAt(1))];
  if (!shown || !wanted || arg?.length !== 2) {
    return null;
  }
  return { shown: shown === 'clear' ? null : shown, wanted: wanted === 'clear' ? null : wanted };
}

export const kindsPress = (key: LessonKey, page: number, kind: WorkKindKey) =>
  press('knd1', lessonArg(key), page, kindArg(kind));

export const askWhomPress = (key: LessonKey, page: number, kind: WorkKindKey) =>
  press('who1', lessonArg(key), page, kindArg(kind));

/** What «all but …» stands at: no value yet is undefined; `picked` is who gets nothing. */
export type EverybodyState = {
  page: number;
  kind: WorkKindKey;
  value?: number | null;
  picked?: string;
};

export const everybodyPress = (key: LessonKey, { page, kind, value, picked }: EverybodyState) =>
  press('all1', lessonArg(key), page, `${kindArg(kind)}${valueArg(value)}`, picked ?? '');

/** `seen` is how many marks stood at the lesson when the button was drawn: a second tap is stale. */
export const giveEverybodyPress = (
  key: LessonKey,
  { kind, value, picked }: Required<Omit<EverybodyState, 'page'>>,
  seen: number,
) => press('allw1', lessonArg(key), `${kindArg(kind)}${valueArg(value)}`, picked, seen);

/** Kind and value of «all but …»; null for anything we never wrote. */
export function readEverybody(
  arg: string | undefined,
): { kind: WorkKindKey; value?: number | null } | null {
  const kind = readKind(arg?.charAt(0));
  const value = arg?.slice(1);
  if (!kind || !/^[0-5-]$/.test(value ?? '')) {
    return null;
  }
  if (value === '-') {
    return { kind };
  }
  return { kind, value: value === '0' ? null : readNumber(value) };
}

export const acceptPlanPress = (key: LessonKey, planItemId: number) =>
  press('plan1', lessonArg(key), planItemId);

export const copyLessonPress = (key: LessonKey, lessonId: number) =>
  press('same1', lessonArg(key), lessonId);

/** Asks for a comment to a mark, or takes it away. */
export const commentPress = (
  key: LessonKey,
  mark: { markId: number; version: number },
  kind: WorkKindKey,
) => press('cmt1', lessonArg(key), mark.markId, mark.version, kindArg(kind));

export const uncommentPress = (
  key: LessonKey,
  mark: { markId: number; version: number },
  kind: WorkKindKey,
) => press('unc1', lessonArg(key), mark.markId, mark.version, kindArg(kind));

/** The day the homework is for; null is the next lesson. */
export const duePress = (key: LessonKey, due: string | null) =>
  press('due1', lessonArg(key), due ?? 'next');

export const removeFilePress = (key: LessonKey, fileId: number) =>
  press('fdel1', lessonArg(key), fileId);

function kindArg(kind: WorkKindKey): number {
  return WORK_KINDS.indexOf(kind);
}

function codeArg(code: AbsenceCode | null): string {
  return code === null ? 'x' : String(ABSENCE_CODES.indexOf(code));
}

function valueArg(value: number | null | undefined): string {
  return value === undefined ? '-' : String(value ?? 0);
}
