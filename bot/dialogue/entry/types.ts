import type { AbsenceCode } from '../../../db/rules/absence-code.ts';
import type { WorkKindKey } from '../../../db/rules/work-kinds.ts';

/** A course that a message may name. */
export type CourseRef = {
  courseId: number;
  classId: number;
  /** «7А» */
  className: string;
  grade: number;
  subject: string;
  shortName: string | null;
  /** Empty for the whole class. */
  groupName: string;
};

/** A pupil that a message may name. */
export type PupilRef = {
  pupilId: number;
  /** Place in the class list. */
  number: number;
  lastName: string;
  firstName: string;
  middleName: string | null;
};

/**
 * What a message gives. A null mark is work owed («точка»); a null kind was not said; the comment is
 * of every mark here.
 */
export type EntryGiving = {
  marks: (number | null)[];
  comment: string | null;
  absence: AbsenceCode | null;
  kind: WorkKindKey | null;
};

export type EntryLine = EntryGiving & { pupilId: number };

/** What could not be taken; `written` is as typed. Nothing of it is among the lines. */
export type EntryProblem =
  /**
   * Several pupils fit, or one by a list number that could as well be a mark. After «все 5 кроме …»
   * the giving can be what everybody gets: then it is for the candidate who is no exception.
   */
  | ({ problem: 'ambiguous'; written: string; candidates: number[] } & EntryGiving)
  /** Nobody fits; at most four who nearly do. The giving is empty if nothing was given. */
  | ({ problem: 'unknown'; written: string; nearest: number[] } & EntryGiving)
  /** «Иванов 6», «Иванов 54», «Иванов 5-»: `written` is the value. */
  | { problem: 'wrong-value'; written: string; pupilId: number | null }
  /** A name with nothing after it. */
  | { problem: 'no-value'; written: string }
  /** A mark and н, б or у for one pupil. */
  | { problem: 'mark-and-absence'; pupilId: number }
  /** A comment where there is no mark, or one that is too long. */
  | { problem: 'bad-comment'; written: string; pupilId: number | null }
  /** One pupil named more than once: none of it is taken. */
  | { problem: 'twice'; pupilId: number }
  /** It fits no form, or more than one. */
  | { problem: 'unreadable'; written: string };

export type BodyReading = {
  lines: EntryLine[];
  problems: EntryProblem[];
  /** «Все были»: whoever isn't among the lines was there. */
  allPresent: boolean;
};
