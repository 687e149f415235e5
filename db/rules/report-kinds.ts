/** Periodic reports: of a teacher, of a class, of a class or the school, of the school. */
export const REPORT_KINDS = [
  'teacher',
  'class',
  'summary',
  'attendance',
  'movement',
  'school',
  'interest',
] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Names a report: its kind, whose it is, and of which term (null is the year). */
export type ReportRef = {
  kind: ReportKind;
  teacherId: number | null;
  classId: number | null;
  termId: number | null;
};

const OF: Record<ReportKind, readonly ('teacher' | 'class' | 'school')[]> = {
  teacher: ['teacher'],
  class: ['class'],
  summary: ['class'],
  attendance: ['class', 'school'],
  movement: ['class', 'school'],
  school: ['school'],
  interest: ['school'],
};

/** Whether a report of this kind can be of that owner; only a summary sheet is of a year too. */
export function isReport({ kind, teacherId, classId, termId }: ReportRef): boolean {
  const ofClass = classId === null ? 'school' : 'class';
  const owner = teacherId === null ? ofClass : 'teacher';
  return OF[kind].includes(owner) && (termId !== null || kind === 'summary');
}
