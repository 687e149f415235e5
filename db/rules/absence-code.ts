/** Why a pupil wasn't at a lesson. Being late is presence in all counts of hours. */
export const ABSENCE_CODES = ['absent', 'ill', 'excused', 'late'] as const;
export type AbsenceCode = (typeof ABSENCE_CODES)[number];

/** The letters of the paper journal: н, б, у, о. */
export const ABSENCE_LETTERS: Record<AbsenceCode, string> = {
  absent: 'н',
  ill: 'б',
  excused: 'у',
  late: 'о',
};
