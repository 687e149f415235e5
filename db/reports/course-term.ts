import type { Db } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import type { CourseFacts } from './course-facts.ts';
import { readSchoolDays, type SchoolDays } from './school-days.ts';

/** A term of a course as far as it has come. */
export type CourseTerm = TermSpan & { until: string };

/** The terms of a course's class that have begun, and the one that is meant. */
export type CourseTerms = {
  days: SchoolDays | null;
  terms: readonly TermSpan[];
  /** Null before the first term of the year. */
  term: CourseTerm | null;
};

/**
 * Finds the term with this id, or the one this day is in; else the running one, or the last one in
 * holidays. A term that hasn't begun isn't found. One query.
 */
export async function readCourseTerms(
  db: Db,
  course: CourseFacts,
  wanted: { termId: number | null } | { day: string },
): Promise<CourseTerms> {
  const today = db.today();
  const days = (await readSchoolDays(db, [course])).get(course.classId) ?? null;
  const terms = days?.terms.filter(({ startsOn }) => startsOn <= today) ?? [];
  const found = terms.find((term) =>
    'day' in wanted
      ? term.startsOn <= wanted.day && wanted.day <= term.endsOn
      : term.id === wanted.termId,
  );
  const term = found ?? terms.at(-1);
  return { days, terms, term: term ? { ...term, until: lastDay(term, today) } : null };
}

/** The last day of a term that is over, else today. */
export function lastDay({ endsOn }: Pick<TermSpan, 'endsOn'>, today: string): string {
  const over = endsOn < today;
  return over ? endsOn : today;
}
