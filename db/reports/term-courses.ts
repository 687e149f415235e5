import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { dueTerm } from './due-term.ts';

/** A course in a list of term marks: how many of its pupils have theirs for the term that is due. */
export type CourseProgress = {
  courseId: number;
  className: string;
  subject: string;
  shortName: string | null;
  groupName: string;
  term: TermSpan;
  decided: number;
  pupils: number;
};

/** Whose courses: a teacher's own, or a class's. */
export type CoursesOf = { teacherId: number } | { classId: number };

type Row = Omit<CourseProgress, 'className' | 'term'> & {
  academicYearId: number;
  grade: number;
  letter: string;
  termId: number;
};
type YearTerm = TermSpan & { academicYearId: number };

// Grade 1 has no marks.
const LOWEST_GRADE = 2;
const HIGHEST_GRADE = 11;

/**
 * Courses of open years with their progress, grade 1 left out, by class and subject. Empty before
 * the first term. Two queries.
 */
export async function readTermCourses(db: Db, of: CoursesOf): Promise<CourseProgress[]> {
  const today = db.today();
  const due = await readDueTerms(db, today);
  if (due.size === 0) {
    return [];
  }
  const onList = `e.class_id = c.class_id AND e.starts_on <= t.day
        AND (e.ends_on IS NULL OR e.ends_on >= t.day)
        AND (c.group_name = '' OR EXISTS (
          SELECT 1 FROM course_pupil g WHERE g.course_id = c.id AND g.pupil_id = e.pupil_id))`;
  const rows = await db.select<Row>(
    `WITH t AS (
       SELECT id, academic_year_id, min_grade, max_grade,
              CASE WHEN ends_on < :today THEN ends_on ELSE :today END AS day
         FROM term WHERE id IN (:termIds))
     SELECT c.id AS "courseId", k.academic_year_id AS "academicYearId", k.grade, k.letter,
            s.name AS subject, s.short_name AS "shortName", c.group_name AS "groupName",
            t.id AS "termId",
            (SELECT CAST(COUNT(DISTINCT e.pupil_id) AS INTEGER) FROM enrolment e
              WHERE ${onList}) AS pupils,
            (SELECT CAST(COUNT(DISTINCT e.pupil_id) AS INTEGER) FROM enrolment e
               JOIN term_mark m ON m.pupil_id = e.pupil_id AND m.course_id = c.id
                AND m.term_id = t.id AND m.state = 'active'
              WHERE ${onList}) AS decided
       FROM course c
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN t ON t.academic_year_id = k.academic_year_id
        AND t.min_grade <= k.grade AND k.grade <= t.max_grade
      WHERE ${'teacherId' in of ? 'c.teacher_id = :teacherId' : 'c.class_id = :classId'}
      ORDER BY k.grade, k.letter, s.name, c.group_name`,
    { ...of, today, termIds: [...due.values()].map(({ id }) => id) },
  );
  return rows.flatMap(({ academicYearId, grade, letter, termId, ...course }) => {
    const term = due.get(`${academicYearId}:${grade}`);
    return term?.id === termId ? [{ ...course, className: `${grade}${letter}`, term }] : [];
  });
}

/** The term that is due, by open year and grade: some have quarters, some half-years. */
async function readDueTerms(db: Db, today: string): Promise<Map<string, TermSpan>> {
  const terms = await db.select<YearTerm>(
    `SELECT t.id, t.academic_year_id AS "academicYearId", t.kind, t.number,
            t.starts_on AS "startsOn", t.ends_on AS "endsOn", t.min_grade AS "minGrade",
            t.max_grade AS "maxGrade", t.state
       FROM term t JOIN academic_year y ON y.id = t.academic_year_id AND y.state = 'open'
      ORDER BY t.starts_on`,
  );
  const due = new Map<string, TermSpan>();
  for (const [year, ofYear] of groupBy(terms, ({ academicYearId }) => academicYearId)) {
    for (let grade = LOWEST_GRADE; grade <= HIGHEST_GRADE; grade += 1) {
      const fits = ofYear.filter((term) => term.minGrade <= grade && grade <= term.maxGrade);
      const term = dueTerm(fits, today);
      if (term) {
        due.set(`${year}:${grade}`, term);
      }
    }
  }
  return due;
}
