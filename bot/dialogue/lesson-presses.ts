import type { LessonKey } from '../../db/actions/by.ts';
import { ABSENCE_CODES, type AbsenceCode } from '../../db/rules/absence-code.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import { lessonArg, press } from './press.ts';

// What the buttons of the lesson screens carry. The kind of work that was chosen travels in every
// one of them, so that a whole class gets its marks for a test without choosing it again.

export const dayPress = (date: string) => press('day1', date);

/** A teacher's week that begins on this Monday. */
export const teachingWeekPress = (monday: string) => press('tweek1', monday);

export const lessonPress = (key: LessonKey, page = 0, kind: WorkKindKey = 'answer') =>
  press('les1', lessonArg(key), page, kindArg(kind));

export const pupilPress = (key: LessonKey, pupilId: number, kind: WorkKindKey) =>
  press('pup1', lessonArg(key), pupilId, kindArg(kind));

/** `seen` is how many marks the pupil had when the button was drawn. */
export const givePress = (
  key: LessonKey,
  {
    pupilId,
    value,
    kind,
    seen,
    replace,
  }: {
    pupilId: number;
    value: number | null;
    kind: WorkKindKey;
    seen: number;
    replace?: boolean;
  },
) =>
  press(
    'give1',
    lessonArg(key),
    pupilId,
    value ?? 0,
    kindArg(kind),
    seen,
    replace === true ? 1 : 0,
  );

export const absencePress = (
  key: LessonKey,
  {
    pupilId,
    code,
    kind,
    replace,
  }: { pupilId: number; code: AbsenceCode | null; kind: WorkKindKey; replace?: boolean },
) =>
  press(
    'abs1',
    lessonArg(key),
    pupilId,
    code === null ? 'x' : ABSENCE_CODES.indexOf(code),
    kindArg(kind),
    replace === true ? 1 : 0,
  );

export const rollPress = (key: LessonKey, page: number, kind: WorkKindKey) =>
  press('roll1', lessonArg(key), page, kindArg(kind));

export const markPress = (key: LessonKey, markId: number, kind: WorkKindKey) =>
  press('mrk1', lessonArg(key), markId, kindArg(kind));

/** `kind` is the one chosen on the screens, not the mark's own. */
export const changePress = (
  key: LessonKey,
  mark: { markId: number; version: number },
  value: number | null,
  kind: WorkKindKey,
) => press('chg1', lessonArg(key), mark.markId, mark.version, value ?? 0, kindArg(kind));

export const removePress = (
  key: LessonKey,
  mark: { markId: number; version: number },
  kind: WorkKindKey,
) => press('del1', lessonArg(key), mark.markId, mark.version, kindArg(kind));

export const topicPress = (key: LessonKey) => press('top1', lessonArg(key));
export const homeworkPress = (key: LessonKey) => press('hw1', lessonArg(key));

function kindArg(kind: WorkKindKey): number {
  return WORK_KINDS.indexOf(kind);
}

/** The kind of work in a payload; null for anything we never wrote. */
export function readKind(arg: string | undefined): WorkKindKey | null {
  return /^\d$/.test(arg ?? '') ? (WORK_KINDS[Number(arg)] ?? null) : null;
}

/** The absence code in a payload; 'clear' takes it away, null is nothing we ever wrote. */
export function readCode(arg: string | undefined): AbsenceCode | 'clear' | null {
  if (arg === 'x') {
    return 'clear';
  }
  return /^\d$/.test(arg ?? '') ? (ABSENCE_CODES[Number(arg)] ?? null) : null;
}

/** A small number in a payload (a mark, a page, a count, a version); null for anything else. */
export function readNumber(arg: string | undefined): number | null {
  return /^\d{1,4}$/.test(arg ?? '') ? Number(arg) : null;
}
