/** Why a pupil wasn't at a lesson. Being late is presence in all counts of hours. */
export const ABSENCE_CODES = ['absent', 'ill', 'excused', 'late'] as const;
export type AbsenceCode = (typeof ABSENCE_CODES)[number];

/** What a tap of the roll call makes of a code: н → б → у → о → nothing. A marked pupil was there. */
export function nextInRoll(code: AbsenceCode | null, marked: boolean): AbsenceCode | null {
  const codes: readonly AbsenceCode[] = marked ? ['late'] : ABSENCE_CODES;
  return codes[code === null ? 0 : codes.indexOf(code) + 1] ?? null;
}

/** The letters of the paper journal: н, б, у, о. */
export const ABSENCE_LETTERS: Record<AbsenceCode, string> = {
  absent: 'н',
  ill: 'б',
  excused: 'у',
  late: 'о',
};
