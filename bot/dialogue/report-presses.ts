import type { ReportRef } from '../../db/rules/report-kinds.ts';
import { REPORT_KINDS } from '../../db/rules/report-kinds.ts';
import { press, readId } from './press.ts';

/** The files a report is sent as: a workbook, a print, pictures. */
export const REPORT_FILES = ['xlsx', 'pdf', 'png'] as const;
export type ReportFile = (typeof REPORT_FILES)[number];

/** Where the choice of reports begins. */
export const reportsPress = () => press('rep1');

/** The reports of a class. */
export const classReportsPress = (classId: number) => press('repcls1', classId);

/** The classes of the school, a page of them. */
export const reportClassesPress = (page = 0) => press('repall1', page);

/** The teachers of a term (0 is the one that is meant) with the state of their reports. */
export const reportTeachersPress = (termId = 0, page = 0) => press('reptch1', termId, page);

/** A report's screen; without a term, of the one that is meant. */
export const reportPress = (ref: WantedReport) => press('report1', ...refArgs(ref));

/** A report as a file. */
export const reportFilePress = (ref: ReportRef, file: ReportFile) =>
  press('repf1', ...refArgs(ref), file);

/** Approves what was shown: `seen` is the key of its numbers. */
export const approveReportPress = (ref: ReportRef, seen: string) =>
  press('repok1', ...refArgs(ref), seen);

/** A report of a term that may be left open: `due` is the one that is meant. */
export type WantedReport = Omit<ReportRef, 'termId'> & { termId: number | null | 'due' };

const YEAR = 'year';

function refArgs({ kind, teacherId, classId, termId }: WantedReport): (string | number)[] {
  return [kind, teacherId ?? 0, classId ?? 0, termId === 'due' ? 0 : (termId ?? YEAR)];
}

/** Reads the report a payload names; null for anything we never wrote. */
export function readReportRef(args: readonly (string | undefined)[]): WantedReport | null {
  const [kindArg, teacherArg, classArg, termArg] = args;
  const kind = REPORT_KINDS.find((one) => one === kindArg);
  const [teacherId, classId] = [readId(teacherArg), readId(classArg)];
  const termId = termArg === YEAR ? null : readId(termArg);
  if (!kind || teacherId === null || classId === null || (termId === null && termArg !== YEAR)) {
    return null;
  }
  return {
    kind,
    teacherId: teacherId === 0 ? null : teacherId,
    classId: classId === 0 ? null : classId,
    termId: termId === 0 ? 'due' : termId,
  };
}
