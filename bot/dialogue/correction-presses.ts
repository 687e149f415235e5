import type { LessonKey } from '../../db/actions/by.ts';
import { ABSENCE_CODES } from '../../db/rules/absence-code.ts';
import type { Standing } from '../../db/rules/standing.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import { readKind } from './lesson-presses.ts';
import { lessonArg, press, readId, readLessonArg } from './press.ts';

/** A correction whose pupil was chosen by a button. */
export type ChosenCorrection = {
  lesson: LessonKey;
  pupilId: number;
  from: Standing;
  to: Standing | null;
  kind: WorkKindKey;
};

const CODES = 'abcd';

export const correctionPress = ({ lesson, pupilId, from, to, kind }: ChosenCorrection) =>
  press(
    'cor1',
    lessonArg(lesson),
    pupilId,
    `${write(from)}${to === null ? '-' : write(to)}`,
    WORK_KINDS.indexOf(kind),
  );

/** Reads a correction from a payload; null for anything we never wrote. */
export function readCorrectionPress(args: readonly string[]): ChosenCorrection | null {
  const [lesson, pupil, change = '', kindArg] = args;
  const key = readLessonArg(lesson);
  const pupilId = readId(pupil);
  const kind = readKind(kindArg);
  const from = read(change.charAt(0));
  const to = read(change.charAt(1));
  if (!key || !pupilId || !kind || !from || change.length !== 2) {
    return null;
  }
  return to || change.endsWith('-') ? { lesson: key, pupilId, from, to, kind } : null;
}

function write(standing: Standing): string {
  return 'mark' in standing
    ? String(standing.mark ?? 0)
    : CODES.charAt(ABSENCE_CODES.indexOf(standing.absence));
}

function read(written: string): Standing | null {
  if (/^[0-5]$/.test(written)) {
    return { mark: written === '0' ? null : Number(written) };
  }
  const code = written === '' ? undefined : ABSENCE_CODES[CODES.indexOf(written)];
  return code ? { absence: code } : null;
}
