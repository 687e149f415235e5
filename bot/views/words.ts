import { ABSENCE_CODES, type AbsenceCode } from '../../db/rules/absence-code.ts';
import { TERM_VALUES } from '../../db/rules/term-mark.ts';
import { WORK_KINDS, type WorkKindKey } from '../../db/rules/work-kinds.ts';
import type { Texts } from '../texts/ru.ts';

/** «5», or the word for work that is owed. */
export function markText(value: number | null, { school }: Texts): string {
  return value === null ? school.owed : String(value);
}

/** A kind of work as it is stored, in words; a kind the school has added stays as it is. */
export function kindText(kind: string, { school }: Texts): string {
  return isKind(kind) ? school.kinds[kind] : kind;
}

/** «отсутствие (н)» */
export function absenceText(code: string, { school }: Texts): string {
  return isCode(code) ? `${school.absenceNames[code]} (${school.absenceLetters[code]})` : code;
}

/** A term mark as it is stored, in words a parent reads: «4», «не аттестован(а)». */
export function termMarkText(value: string, { notices }: Texts): string {
  const known = TERM_VALUES.find((one) => one === value);
  return known ? notices.termMarks[known] : value;
}

function isKind(kind: string): kind is WorkKindKey {
  return WORK_KINDS.some((known) => known === kind);
}

function isCode(code: string): code is AbsenceCode {
  return ABSENCE_CODES.some((known) => known === code);
}

/** «контрольная ×2»: a kind of work with what it weighs in a mean. */
export function weighedKind(
  kind: WorkKindKey,
  weights: Record<WorkKindKey, number>,
  { school, lesson }: Texts,
): string {
  return lesson.weighed(school.kinds[kind], school.number(weights[kind]));
}
