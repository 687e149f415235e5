import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import type { Standing } from '../rules/standing.ts';
import type { WorkKindKey } from '../rules/work-kinds.ts';
import { readAbsences } from './absence-record.ts';
import type { By, LessonKey } from './by.ts';
import { cancelMark } from './cancel-mark.ts';
import { changeMark } from './change-mark.ts';
import { giveMarks } from './give-marks.ts';
import { noteAbsences } from './note-absences.ts';
import { openLesson } from './open-lesson.ts';

export type CorrectEntry = {
  lesson: LessonKey;
  pupilId: number;
  from: Standing;
  /** What is right; null takes it away. */
  to: Standing | null;
  /** The kind of work of a mark that comes in the place of an absence. */
  kind: WorkKindKey;
};

/**
 * Puts one thing in the place of another at a lesson, as «Иванов не 5 а 4» says. Refuses if it
 * doesn't stand there, or stands several times, and whatever its own verbs refuse. For the lesson's
 * teacher, a substitute or the administrator.
 */
export async function correctEntry(
  tx: Tx,
  by: By,
  { lesson, pupilId, from, to, kind }: CorrectEntry,
): Promise<void> {
  const { lessonId } = await openLesson(tx, by, lesson);
  const note = (code: AbsenceCode | null) =>
    noteAbsences(tx, by, { lesson, absences: [{ pupilId, code }] });
  if ('mark' in from) {
    const mark = await theMark(tx, { lessonId, pupilId, value: from.mark });
    if (to && 'mark' in to) {
      await changeMark(tx, by, { ...mark, value: to.mark });
      return;
    }
    await cancelMark(tx, by, mark);
    if (to) {
      await note(to.absence);
    }
    return;
  }
  const absence = (await readAbsences(tx, lessonId)).get(pupilId);
  if (absence?.state !== 'active' || absence.code !== from.absence) {
    throw new Refusal('nothing-to-correct', { pupilId });
  }
  if (to && 'absence' in to) {
    await note(to.absence);
    return;
  }
  await note(null);
  if (to) {
    await giveMarks(tx, by, { lesson, marks: [{ pupilId, value: to.mark, kind }] });
  }
}

async function theMark(
  tx: Tx,
  { lessonId, pupilId, value }: { lessonId: number; pupilId: number; value: number | null },
): Promise<{ markId: number; version: number }> {
  const [mark, ...others] = await tx.db.select<{ markId: number; version: number }>(
    `SELECT id AS "markId", version FROM mark
      WHERE lesson_id = :lessonId AND pupil_id = :pupilId AND state = 'active'
        AND ${value === null ? 'value IS NULL' : 'value = :value'}`,
    { lessonId, pupilId, value },
    tx,
  );
  if (!mark) {
    throw new Refusal('nothing-to-correct', { pupilId });
  }
  if (others.length > 0) {
    throw new Refusal('several-to-correct', { pupilId });
  }
  return mark;
}
