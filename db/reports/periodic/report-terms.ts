import type { Db } from '../../open.ts';
import { isReport, type ReportRef } from '../../rules/report-kinds.ts';
import { type Period, readOpenPeriods } from './period.ts';

/** The terms a report may be of, in order of time, and the one that is meant by its name alone. */
export type ReportTerms = { periods: Period[]; due: Period | null; year: boolean };

/** What a report is of, whichever its term. */
export type ReportOwner = Omit<ReportRef, 'termId'>;

/**
 * The terms of open years that have begun and that a teacher's courses, a class, or the school have.
 * Meant is the last that has ended, before that the running one; of attendance and movement, which
 * are there from the first day, the one that began last. Two queries.
 */
export async function readReportTerms(db: Db, owner: ReportOwner): Promise<ReportTerms> {
  const { kind, teacherId, classId } = owner;
  const all = await readOpenPeriods(db);
  const grades =
    teacherId === null && classId === null
      ? null
      : await db.select<{ grade: number; academicYearId: number }>(
          `SELECT DISTINCT k.grade, k.academic_year_id AS "academicYearId" FROM school_class k
            WHERE ${
              classId === null
                ? 'EXISTS (SELECT 1 FROM course c WHERE c.class_id = k.id AND c.teacher_id = :teacherId)'
                : 'k.id = :classId'
            }`,
          { teacherId, classId },
        );
  const periods = all.filter(
    ({ term, academicYearId }) =>
      term !== null &&
      (grades === null ||
        grades.some(
          (one) =>
            one.academicYearId === academicYearId &&
            term.minGrade <= one.grade &&
            one.grade <= term.maxGrade,
        )),
  );
  const fromFirstDay = kind === 'attendance' || kind === 'movement';
  const today = db.today();
  const ended = fromFirstDay ? undefined : periods.filter(({ until }) => until < today).at(-1);
  return {
    periods,
    due: ended ?? periods.at(-1) ?? null,
    year: isReport({ ...owner, termId: null }),
  };
}
