/** A term as the rules see it: school days inclusive. */
export type TermSpan = {
  id: number;
  kind: 'quarter' | 'trimester' | 'half_year';
  number: number;
  startsOn: string;
  endsOn: string;
  minGrade: number;
  maxGrade: number;
  state: 'open' | 'closed';
};

export type DayOffSpan = { startsOn: string; endsOn: string; name: string; grade: number | null };

/** The term in which a grade studies on a day. */
export function termOn(terms: readonly TermSpan[], grade: number, day: string): TermSpan | null {
  const fits = (term: TermSpan) =>
    term.minGrade <= grade && grade <= term.maxGrade && term.startsOn <= day && day <= term.endsOn;
  return terms.find(fits) ?? null;
}

/** The holiday or day off that a day belongs to for a grade. */
export function dayOffOn(
  daysOff: readonly DayOffSpan[],
  grade: number,
  day: string,
): DayOffSpan | null {
  const fits = (off: DayOffSpan) =>
    off.startsOn <= day && day <= off.endsOn && (off.grade === null || off.grade === grade);
  return daysOff.find(fits) ?? null;
}
