import { Refusal } from '../errors.ts';
import type { Tx } from '../open.ts';
import { readRoster } from '../reports/roster.ts';
import type { OpenLesson } from './open-lesson.ts';

/** Refuses unless every pupil is taught this course on that day. */
export async function checkPupils(
  tx: Tx,
  lesson: OpenLesson,
  date: string,
  pupilIds: readonly number[],
): Promise<void> {
  const roster = new Set((await readRoster(tx.db, lesson, date, tx)).map((p) => p.pupilId));
  const stranger = pupilIds.find((pupilId) => !roster.has(pupilId));
  if (stranger !== undefined) {
    throw new Refusal('not-in-class', { pupilId: stranger });
  }
}
