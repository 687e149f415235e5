/** Why there is no report: a sentence instead of half of one. */
export type Empty = { kind: 'empty'; why: EmptyReason };

export type EmptyReason = 'no-courses' | 'no-pupils' | 'no-marks' | 'no-lessons' | 'grade-one';
