import type { AbsenceCode } from './absence-code.ts';

/** One thing that stands for a pupil at a lesson; a null mark is work owed. */
export type Standing = { mark: number | null } | { absence: AbsenceCode };
