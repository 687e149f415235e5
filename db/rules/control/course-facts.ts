import type { TermValue, Thresholds } from '../term-mark.ts';
import type { PupilLesson } from './uncorrected-twos.ts';

/** A lesson of a course in a term; those that are cancelled or moved away are left out. */
export type ControlLesson = {
  date: string;
  number: number;
  /** Whoever took it. */
  teacherId: number | null;
  /** It is over. */
  held: boolean;
  topicFilled: boolean;
  rollCalled: boolean;
  marks: number;
  /** Marks of the kind «контрольная». */
  testMarks: number;
  /** Control works of the plan's line it took. */
  controlWorks: number;
  /** Pupils on the list who were there. */
  present: number;
};

/** A pupil on a course's list now, or on the term's last day once it is over. */
export type ControlPupil = {
  pupilId: number;
  /** Lessons that took place while the pupil was on the list. */
  lessons: readonly (PupilLesson & { date: string; number: number })[];
  /** Of the subject in this term, in whichever course they were given. */
  marks: number;
  mean: number | null;
  decided: TermValue | null;
};

/** A change of a mark that stood. */
export type MarkChange = {
  markId: number;
  pupilId: number;
  date: string;
  number: number;
  /** Days from the lesson to the change. */
  age: number;
};

/** A course with marks in a term, all that the control asks about. Days as 'YYYY-MM-DD'. */
export type ControlCourse = {
  courseId: number;
  teacherId: number | null;
  termId: number;
  /** Days from the term's last day to today; negative while it runs. */
  daysAfterEnd: number;
  /** Its subject's own, or the school's. */
  thresholds: Thresholds;
  /** The whole term's, in order of time. */
  lessons: readonly ControlLesson[];
  pupils: readonly ControlPupil[];
  changes: readonly MarkChange[];
  /** Hours of the plan that are owed; null outside the running term. */
  behind: number | null;
  /** Days with lessons of the class, in order. */
  workingDays: readonly string[];
};
