import type { LessonKey } from '../../db/actions/by.ts';
import { ABSENCE_CODES, type AbsenceCode } from '../../db/rules/absence-code.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import { lessonArg, press, readId, readLessonArg } from './press.ts';

/** What is to be written for one pupil. */
export type Giving = {
  marks: readonly (number | null)[];
  absence: AbsenceCode | null;
  kind: WorkKindKey;
  /** Of every mark here. A payload has no room for it: the card's own message has it. */
  comment: string | null;
};

/** One open question of a card answered: this pupil gets this. */
export type Completion = Giving & {
  lesson: LessonKey;
  pupilId: number;
  /** How many marks the pupil had when the button was drawn: a second tap is stale. */
  seen: number;
  /** Put it in the place of what stands there. */
  replace: boolean;
  /** The card's operation and the question's place on it. */
  operation: string;
  problem: number;
};

// What a payload of 64 bytes has room for; whoever writes more marks at once names the pupil in full.
const MARKS_LIMIT = 5;
const OPERATION = /^chat:(\d{1,9})$/;

/** The button of an answer, or null if it would not fit into a payload. */
export function completionPress(answer: Omit<Completion, 'comment'>): string | null {
  const operation = OPERATION.exec(answer.operation)?.[1];
  if (operation === undefined || answer.marks.length > MARKS_LIMIT) {
    return null;
  }
  const marks = answer.marks.map((value) => value ?? 0).join('');
  const absence = answer.absence === null ? '' : `x${ABSENCE_CODES.indexOf(answer.absence)}`;
  const given = `${WORK_KINDS.indexOf(answer.kind)}${marks}${absence}`;
  const place = `${operation}.${answer.problem}`;
  const verb = answer.replace ? 'rpl1' : 'fix1';
  return press(verb, lessonArg(answer.lesson), answer.pupilId, given, answer.seen, place);
}

/** Reads an answer from a payload; null for anything we never wrote. */
export function readCompletion(args: readonly string[], replace: boolean): Completion | null {
  const [lesson, pupil, given = '', seen = '', place = ''] = args;
  const key = readLessonArg(lesson);
  const pupilId = readId(pupil);
  const what = /^(\d)([0-5]{0,5})(?:x(\d))?$/.exec(given);
  const where = /^(\d{1,9})\.(\d{1,2})$/.exec(place);
  const kind = WORK_KINDS[Number(what?.[1])];
  const absence = what?.[3] === undefined ? null : ABSENCE_CODES[Number(what[3])];
  if (!key || !pupilId || !what || !where || !kind || absence === undefined) {
    return null;
  }
  return {
    lesson: key,
    pupilId,
    marks: [...(what[2] ?? '')].map((digit) => (digit === '0' ? null : Number(digit))),
    absence,
    kind,
    comment: null,
    seen: /^\d{1,3}$/.test(seen) ? Number(seen) : 0,
    replace,
    operation: `chat:${where[1]}`,
    problem: Number(where[2]),
  };
}

/** The course a waiting message is for. */
export const coursePress = (courseId: number) => press('crs1', courseId);
