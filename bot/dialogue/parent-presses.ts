import { press } from './press.ts';

/** Opens a child's diary at a day, or at today's by null. */
export function diaryPress(pupilId: number, day: string | null): string {
  return day === null ? press('diary1', pupilId) : press('diary1', pupilId, day);
}

/** Opens the week of a child's diary that begins on this Monday. */
export function weekPress(pupilId: number, monday: string): string {
  return press('week1', pupilId, monday);
}

/** Opens a child's marks of a term, or of the running one by null. */
export function marksPress(pupilId: number, termId: number | null): string {
  return termId === null ? press('marks1', pupilId) : press('marks1', pupilId, termId);
}

/** Sends the files of a day's homework, from this one on. */
export function homeworkFilesPress(pupilId: number, day: string, from: number): string {
  return press('hwf1', pupilId, day, from);
}

/** Agrees to the consent for a child that is the parent's own already. */
export function consentPress(pupilId: number, version: string): string {
  return press('consent1', pupilId, version);
}

/** Takes note of a child's week by the day its summary ended on. */
export function knowWeekPress(pupilId: number, day: string): string {
  return press('wknow1', pupilId, day);
}
