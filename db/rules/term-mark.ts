import type { Settings } from './settings.ts';

/** What stands for a term or a year: a mark, н/а (`na`), осв, зач or незач. */
export const TERM_VALUES = ['5', '4', '3', '2', 'na', 'exempt', 'pass', 'fail'] as const;
export type TermValue = (typeof TERM_VALUES)[number];
export type TermGrade = '5' | '4' | '3' | '2';

const WITH_MARKS = ['5', '4', '3', '2', 'na', 'exempt'] as const;
const MARK_FREE = ['pass', 'fail', 'exempt'] as const;

/** The values a course takes: зач and незач where it is taught without marks, else the others. */
export function termValuesOf({ markFree }: { markFree: boolean }): readonly TermValue[] {
  return markFree ? MARK_FREE : WITH_MARKS;
}

/** The lowest means that make a 3, a 4 and a 5. */
export type Thresholds = { three: number; four: number; five: number };

/** A subject's own thresholds; null leaves the school's. */
export type SubjectThresholds = { [Mark in keyof Thresholds]: number | null };

/** What a school's regulation says of term marks. */
export type TermRules = {
  thresholds: Thresholds;
  /** A mean nearer to a threshold than this is for the teacher to decide. */
  margin: number;
  minMarks: number;
  minMarksFew: number;
  fewLessons: number;
  absentPercent: number;
};

export function termRules(settings: Settings, subject: SubjectThresholds): TermRules {
  return {
    thresholds: {
      three: subject.three ?? settings['term.threshold.3'],
      four: subject.four ?? settings['term.threshold.4'],
      five: subject.five ?? settings['term.threshold.5'],
    },
    margin: settings['term.margin'],
    minMarks: settings['term.min_marks'],
    minMarksFew: settings['term.min_marks_few'],
    fewLessons: settings['term.few_lessons'],
    absentPercent: settings['term.absent_percent'],
  };
}

// Means have two digits; binary fractions may lie a hair below them.
const HAIR = 1e-9;

/** The mark a mean rounds to. */
export function roundedMark(mean: number, { three, four, five }: Thresholds): TermGrade {
  if (mean > five - HAIR) {
    return '5';
  }
  if (mean > four - HAIR) {
    return '4';
  }
  return mean > three - HAIR ? '3' : '2';
}

/** The mark on the other side of a threshold that lies nearer than the margin; null if none does. */
export function nearMark(
  mean: number,
  { three, four, five }: Thresholds,
  margin: number,
): TermGrade | null {
  const near = (threshold: number) => Math.abs(mean - threshold) < margin - HAIR;
  const reached = (threshold: number) => mean > threshold - HAIR;
  if (near(five)) {
    return reached(five) ? '4' : '5';
  }
  if (near(four)) {
    return reached(four) ? '3' : '4';
  }
  if (near(three)) {
    return reached(three) ? '2' : '3';
  }
  return null;
}

/** How many marks a term mark needs after so many lessons. */
export function minimumMarks(lessons: number, rules: TermRules): number {
  return lessons < rules.fewLessons ? rules.minMarksFew : rules.minMarks;
}

/** Whether so many lessons were missed that н/а is to be thought of. Being late is no miss. */
export function isMostlyAbsent(
  { lessons, missed }: { lessons: number; missed: number },
  { absentPercent }: Pick<TermRules, 'absentPercent'>,
): boolean {
  return missed * 100 > lessons * absentPercent;
}
