import type { Db } from '../open.ts';

/** A course whose journal may be opened. */
export type JournalCourse = {
  courseId: number;
  className: string;
  /** The subject's short name if it has one. */
  subject: string;
  groupName: string;
};

/** A class as «7А». */
export type NamedClass = { classId: number; className: string };

/**
 * A teacher's own courses of the open years or of one year, or the courses of a class of any year, in
 * order. One query.
 */
export async function readJournalCourses(
  db: Db,
  of: { teacherId: number; yearId?: number } | { classId: number },
): Promise<JournalCourse[]> {
  const year = 'yearId' in of ? 'y.id = :yearId' : "y.state = 'open'";
  const owner =
    'teacherId' in of ? `c.teacher_id = :teacherId AND ${year}` : 'c.class_id = :classId';
  const rows = await db.select<JournalCourse & { grade: number; letter: string }>(
    `SELECT c.id AS "courseId", k.grade, k.letter, COALESCE(s.short_name, s.name) AS subject,
            c.group_name AS "groupName"
       FROM course c
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id
      WHERE ${owner}
      ORDER BY k.grade, k.letter, s.name, c.group_name`,
    of,
  );
  return rows.map(({ grade, letter, ...course }) => ({
    ...course,
    className: `${grade}${letter}`,
  }));
}

/** The classes of open years, in order. One query. */
export async function readOpenClasses(db: Db): Promise<NamedClass[]> {
  const rows = await db.select<{ id: number; grade: number; letter: string }>(
    `SELECT k.id, k.grade, k.letter FROM school_class k
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      ORDER BY k.grade, k.letter`,
  );
  return rows.map(({ id, grade, letter }) => ({ classId: id, className: `${grade}${letter}` }));
}
