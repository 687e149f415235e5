import { groupBy } from '../../group-by.ts';
import type { Db, Tx } from '../../open.ts';
import type { TermValue } from '../../rules/term-mark.ts';
import { type RawFlag, toFlag } from '../../values.ts';
import type { RosterPupil } from '../roster.ts';
import { type TeacherName, teacherName } from '../teacher-name.ts';
import type { Period } from './period.ts';

/** A course in a period with what stands for each of its pupils; null is a mark not there yet. */
export type ResultCourse = {
  courseId: number;
  subjectId: number;
  subject: string;
  groupName: string;
  teacherId: number | null;
  teacher: TeacherName | null;
  /** Not in grade 1, not where the course is mark-free. */
  marked: boolean;
  /** Lessons in the journal. */
  lessons: number;
  values: { pupilId: number; value: TermValue | null }[];
};

/** A class with its list at the end of a period, and the courses that were taught in it. */
export type ResultClass = {
  classId: number;
  className: string;
  grade: number;
  teacherId: number | null;
  teacher: TeacherName | null;
  pupils: RosterPupil[];
  courses: ResultCourse[];
};

/** Which classes: one, those with a teacher's courses, or (null) all that have the period's term. */
export type ResultScope = { classId: number } | { teacherId: number } | null;

type CourseRow = Omit<ResultCourse, 'courseId' | 'marked' | 'values' | 'teacher'> & {
  classId: number;
  grade: number;
  letter: string;
  classTeacherId: number | null;
  headLast: string | null;
  headFirst: string | null;
  headMiddle: string | null;
  courseId: number | null;
  markFree: RawFlag;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

type MarkRow = { pupilId: number; courseId: number; subjectId: number; value: TermValue };

/**
 * Reads what stands at the end of a period (year marks for a year) by class, course and pupil.
 * Listed is who was in the class on the period's last day, or is today. A pupil who came from
 * another class keeps the mark of a subject that was decided there. Courses without a lesson and a
 * mark in the period are left out. Four queries.
 */
export async function readResults(
  db: Db,
  period: Period,
  scope: ResultScope,
  tx?: Tx,
): Promise<ResultClass[]> {
  const rows = await readCourses(db, period, scope, tx);
  const classIds = [...new Set(rows.map(({ classId }) => classId))];
  if (classIds.length === 0) {
    return [];
  }
  const lists = groupBy(await readLists(db, classIds, period.until, tx), ({ classId }) => classId);
  const groups = groupBy(await readGroups(db, classIds, tx), ({ courseId }) => courseId);
  const marks = groupBy(
    await readMarks(db, { ...period, classIds }, tx),
    ({ pupilId, subjectId }) => `${pupilId}:${subjectId}`,
  );
  return [...groupBy(rows, ({ classId }) => classId).values()].flatMap((own) => {
    const pupils = (lists.get(own[0]?.classId ?? 0) ?? []).map(({ classId: _, ...pupil }) => pupil);
    const courses = own.flatMap((row) => {
      const { courseId } = row;
      if (courseId === null) {
        return [];
      }
      const group = new Set((groups.get(courseId) ?? []).map(({ pupilId }) => pupilId));
      const values = pupils
        .filter(({ pupilId }) => row.groupName === '' || group.has(pupilId))
        .map(({ pupilId }) => {
          const found = marks.get(`${pupilId}:${row.subjectId}`) ?? [];
          return { pupilId, value: standing(found, courseId) };
        });
      const taught = row.lessons > 0 || values.some(({ value }) => value !== null);
      return taught ? [courseOf({ ...row, courseId }, values)] : [];
    });
    return classOf(own, pupils, courses);
  });
}

/** What a course gave, else what was brought from another class. */
function standing(found: readonly MarkRow[], courseId: number): TermValue | null {
  const own = found.find((mark) => mark.courseId === courseId);
  return (own ?? found.at(-1))?.value ?? null;
}

function courseOf(
  row: CourseRow & { courseId: number },
  values: ResultCourse['values'],
): ResultCourse {
  const { courseId, subjectId, subject, groupName, teacherId, lessons } = row;
  return {
    ...{ courseId, subjectId, subject, groupName, teacherId, lessons, values },
    teacher: teacherName(row.lastName, row.firstName, row.middleName),
    marked: row.grade > 1 && !toFlag(row.markFree),
  };
}

function classOf(
  [first]: readonly CourseRow[],
  pupils: RosterPupil[],
  courses: ResultCourse[],
): ResultClass[] {
  if (!first) {
    return [];
  }
  const { classId, grade, letter, classTeacherId, headLast, headFirst, headMiddle } = first;
  const teacher = teacherName(headLast, headFirst, headMiddle);
  const named = { classId, className: `${grade}${letter}`, grade };
  return [{ ...named, teacherId: classTeacherId, teacher, pupils, courses }];
}

function readCourses(
  db: Db,
  { academicYearId, term, from, until }: Period,
  scope: ResultScope,
  tx?: Tx,
): Promise<CourseRow[]> {
  const own = scope && 'teacherId' in scope ? ' AND c.teacher_id = :teacherId' : '';
  return db.select<CourseRow>(
    `SELECT k.id AS "classId", k.grade, k.letter, k.class_teacher_id AS "classTeacherId",
            h.last_name AS "headLast", h.first_name AS "headFirst", h.middle_name AS "headMiddle",
            c.id AS "courseId", c.subject_id AS "subjectId", s.name AS subject,
            c.group_name AS "groupName", c.mark_free AS "markFree",
            c.teacher_id AS "teacherId", p.last_name AS "lastName", p.first_name AS "firstName",
            p.middle_name AS "middleName",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM lesson l
              WHERE l.course_id = c.id AND l.date BETWEEN :from AND :until) AS lessons
       FROM school_class k
       LEFT JOIN person h ON h.id = k.class_teacher_id
       ${own === '' ? 'LEFT JOIN' : 'JOIN'} course c ON c.class_id = k.id${own}
       LEFT JOIN subject s ON s.id = c.subject_id
       LEFT JOIN person p ON p.id = c.teacher_id
      WHERE k.academic_year_id = :academicYearId AND k.grade BETWEEN :minGrade AND :maxGrade
        ${scope && 'classId' in scope ? 'AND k.id = :classId' : ''}
      ORDER BY k.grade, k.letter, s.name, c.group_name, c.id`,
    {
      ...scope,
      ...{ academicYearId, from, until },
      minGrade: term?.minGrade ?? 1,
      maxGrade: term?.maxGrade ?? 11,
    },
    tx,
  );
}

/** The pupils of classes on a day, in the order of their lists. One query. */
function readLists(
  db: Db,
  classIds: readonly number[],
  day: string,
  tx?: Tx,
): Promise<(RosterPupil & { classId: number })[]> {
  return db.select(
    `SELECT e.class_id AS "classId", u.id AS "pupilId", e.number, u.last_name AS "lastName",
            u.first_name AS "firstName", u.middle_name AS "middleName"
       FROM enrolment e JOIN pupil u ON u.id = e.pupil_id
      WHERE e.class_id IN (:classIds) AND e.starts_on <= :day
        AND (e.ends_on IS NULL OR e.ends_on >= :day)
      ORDER BY e.class_id, e.number, u.last_name, u.first_name, u.id`,
    { classIds, day },
    tx,
  );
}

function readGroups(
  db: Db,
  classIds: readonly number[],
  tx?: Tx,
): Promise<{ courseId: number; pupilId: number }[]> {
  return db.select(
    `SELECT g.course_id AS "courseId", g.pupil_id AS "pupilId"
       FROM course_pupil g JOIN course c ON c.id = g.course_id AND c.class_id IN (:classIds)`,
    { classIds },
    tx,
  );
}

function readMarks(
  db: Db,
  of: Period & { classIds: readonly number[] },
  tx?: Tx,
): Promise<MarkRow[]> {
  const { academicYearId, term, until, classIds } = of;
  return db.select<MarkRow>(
    `SELECT m.pupil_id AS "pupilId", m.course_id AS "courseId", c.subject_id AS "subjectId",
            m.value
       FROM term_mark m
       JOIN course c ON c.id = m.course_id
       JOIN school_class k ON k.id = c.class_id AND k.academic_year_id = :academicYearId
      WHERE m.state = 'active' AND ${term ? 'm.term_id = :termId' : 'm.term_id IS NULL'}
        AND m.pupil_id IN (SELECT e.pupil_id FROM enrolment e
          WHERE e.class_id IN (:classIds) AND e.starts_on <= :until
            AND (e.ends_on IS NULL OR e.ends_on >= :until))
      ORDER BY m.id`,
    { academicYearId, until, classIds, ...(term ? { termId: term.id } : {}) },
    tx,
  );
}
