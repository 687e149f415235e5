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

/** Opens the overview of a child. */
export function childHomePress(pupilId: number): string {
  return press('child1', pupilId);
}

/** Opens a child's marks of a subject in a term; page 0 has the newest. */
export function subjectPress(
  of: { pupilId: number; termId: number; subjectId: number },
  page = 0,
): string {
  return press('msub1', of.pupilId, of.termId, of.subjectId, page);
}

/** Draws a child's marks of a subject in a term. */
export function subjectChartPress(of: {
  pupilId: number;
  termId: number;
  subjectId: number;
}): string {
  return press('mchart1', of.pupilId, of.termId, of.subjectId);
}

/** Draws a child's term: means by subject and week by week. */
export function termPicturePress(pupilId: number, termId: number): string {
  return press('mpic1', pupilId, termId);
}

/** What a term of a past year is opened for. */
export type PastScreen = 'marks' | 'absences';

/** Opens the list of terms of a child's past years. */
export function pastYearsPress(pupilId: number, screen: PastScreen): string {
  return press('myears1', pupilId, screen.slice(0, 1));
}

export function readPastScreen(arg: string | undefined): PastScreen | null {
  return (['marks', 'absences'] as const).find((screen) => screen.slice(0, 1) === arg) ?? null;
}

/** Opens a child's absences of a term, or of the running one by null; page 0 has the newest. */
export function absencesPress(pupilId: number, termId: number | null, page = 0): string {
  return termId === null ? press('missed1', pupilId) : press('missed1', pupilId, termId, page);
}

/** Opens what a child has to do for the days ahead. */
export function childHomeworkPress(pupilId: number): string {
  return press('cdue1', pupilId);
}

/** Opens a child's term marks of a year, or of the running one by null. */
export function childTermsPress(pupilId: number, academicYearId: number | null): string {
  return academicYearId === null
    ? press('cterm1', pupilId)
    : press('cterm1', pupilId, academicYearId);
}
