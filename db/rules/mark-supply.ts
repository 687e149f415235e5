/** How far a course is with the marks a term needs («накопляемость»). */
export type MarkSupply = {
  /** Marks per pupil. */
  mean: number;
  minimum: number;
  /** Pupils who have the minimum, of how many. */
  enough: number;
  pupils: number;
};

type Rules = {
  'marks.minimum': number;
  'marks.minimum_short': number;
  'marks.short_term': number;
};

/** Marks a pupil needs to be attested, by how many lessons the course has in the term. */
export function minimumMarks(lessons: number, settings: Rules): number {
  return lessons < settings['marks.short_term']
    ? settings['marks.minimum_short']
    : settings['marks.minimum'];
}

/** Null where there are no pupils. */
export function markSupply(
  counts: readonly number[],
  lessons: number,
  settings: Rules,
): MarkSupply | null {
  if (counts.length === 0) {
    return null;
  }
  const minimum = minimumMarks(lessons, settings);
  return {
    mean: counts.reduce((sum, count) => sum + count, 0) / counts.length,
    minimum,
    enough: counts.filter((count) => count >= minimum).length,
    pupils: counts.length,
  };
}
