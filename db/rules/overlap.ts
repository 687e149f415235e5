/** Days from one to another, both in it; an end of null goes on for ever. */
export type Span = { startsOn: string; endsOn: string | null };

/** Whether two spans of days have a day in common. */
export function overlap(a: Span, b: Span): boolean {
  return (
    (b.endsOn === null || a.startsOn <= b.endsOn) && (a.endsOn === null || b.startsOn <= a.endsOn)
  );
}

/** Whether some grade would be in two terms of a year on one day. */
export function termsClash(a: GradeSpan, b: GradeSpan): boolean {
  return overlap(a, b) && a.minGrade <= b.maxGrade && b.minGrade <= a.maxGrade;
}

type GradeSpan = Span & { minGrade: number; maxGrade: number };
