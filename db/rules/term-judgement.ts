import {
  isMostlyAbsent,
  minimumMarks,
  nearMark,
  roundedMark,
  type TermRules,
  type TermValue,
} from './term-mark.ts';

/** What a pupil has of a course in a term. `owed` is work without a mark yet («точка»). */
export type TermFacts = {
  mean: number | null;
  marks: number;
  owed: number;
  lessons: number;
  missed: number;
};

/** Why a term or year mark is the teacher's to decide. */
export const DOUBTS = [
  'no-lessons',
  'no-marks',
  'few-marks',
  'near',
  'absent',
  'owed',
  'term-missing',
  'term-not-attested',
  'term-failed',
] as const;
export type Doubt = (typeof DOUBTS)[number];

export type Judgement = {
  proposal: TermValue | null;
  doubts: readonly Doubt[];
  /** What the teacher will probably decide, likeliest first: at most three. */
  likely: readonly TermValue[];
};

const LIKELY = 3;

const ONE_LOWER = { '5': '4', '4': '3', '3': '2', '2': null } as const;

/** A sure mark may be accepted with all others at once. */
export function isSure({ proposal, doubts }: Judgement): boolean {
  return proposal !== null && doubts.length === 0;
}

/**
 * The mark proposed for a term: the rounded mean, or н/а for a pupil who was away most of the time
 * and has too few marks. Doubtful are means near a threshold, too few marks, work still owed, and
 * everybody who was away most of the time.
 */
export function judgeTerm(facts: TermFacts, rules: TermRules): Judgement {
  const { mean, marks, owed, lessons } = facts;
  const rounded = mean === null ? null : roundedMark(mean, rules.thresholds);
  const near = mean === null ? null : nearMark(mean, rules.thresholds, rules.margin);
  const few = marks < minimumMarks(lessons, rules);
  const absent = isMostlyAbsent(facts, rules);
  const proposal = absent && few ? 'na' : rounded;
  const doubts: Doubt[] = [
    ...(marks === 0 ? (['no-marks'] as const) : []),
    ...(marks > 0 && few ? (['few-marks'] as const) : []),
    ...(near === null ? [] : (['near'] as const)),
    ...(absent ? (['absent'] as const) : []),
    ...(owed > 0 ? (['owed'] as const) : []),
  ];
  const lower = rounded === null ? null : ONE_LOWER[rounded];
  const likely = likeliest([
    proposal,
    near,
    rounded,
    owed > 0 ? lower : null,
    few || absent ? 'na' : null,
    marks === 0 ? 'exempt' : null,
  ]);
  return { proposal, doubts, likely };
}

/** зач for everybody who was there; a pupil who was away most of the time is the teacher's to decide. */
export function judgeMarkFree(
  facts: Pick<TermFacts, 'lessons' | 'missed'>,
  rules: TermRules,
): Judgement {
  if (facts.lessons === 0) {
    return { proposal: null, doubts: ['no-lessons'], likely: ['pass', 'exempt'] };
  }
  const absent = isMostlyAbsent(facts, rules);
  return {
    proposal: 'pass',
    doubts: absent ? ['absent'] : [],
    likely: absent ? ['pass', 'fail', 'exempt'] : ['pass'],
  };
}

/** The values without gaps and doubles, at most three. */
export function likeliest(values: readonly (TermValue | null)[]): TermValue[] {
  const present = values.filter((value) => value !== null);
  return [...new Set(present)].slice(0, LIKELY);
}
