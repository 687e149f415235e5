import { dayOf, timeOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import type { TermSpan } from '../rules/calendar.ts';
import { type Lack, sumOf } from '../rules/term-closing.ts';
import { isOver } from '../rules/unfilled.ts';
import { type RawFlag, toFlag } from '../values.ts';
import { readTaughtLessons } from './taught-lessons.ts';
import { type TeacherName, teacherName } from './teacher-name.ts';

/** A course that lacks something, and whose it is. */
export type CourseLack = Lack & {
  courseId: number;
  className: string;
  subject: string;
  groupName: string;
  teacherId: number | null;
  teacher: TeacherName | null;
};

type Row = Omit<CourseLack, 'className' | 'teacher' | 'unfilled'> & {
  grade: number;
  letter: string;
  markFree: RawFlag;
  lessons: number;
  lastName: string | null;
  firstName: string | null;
  middleName: string | null;
};

type Span = { academicYearId: number } & Pick<
  TermSpan,
  'startsOn' | 'endsOn' | 'minGrade' | 'maxGrade'
>;

/**
 * What the journals of a term's courses lack, by teacher and class. Grade 1 and courses without marks
 * owe no marks, and no course does in a term without its lessons. Two queries; the lessons of the
 * whole term are held in memory.
 */
export async function readTermLacks(
  db: Db,
  { id, ...span }: TermSpan & { academicYearId: number },
  tx?: Tx,
): Promise<CourseLack[]> {
  const { startsOn: from, endsOn: to } = span;
  const now = { day: dayOf(db.now(), db.timezone), time: timeOf(db.now(), db.timezone) };
  const rows = await readRows(db, { ...span, termId: id }, tx);
  const unfilled = new Map<number, number>();
  for (const lesson of await readTaughtLessons(db, { teacherId: null, from, to }, tx)) {
    const { courseId, change, topicFilled, rollCalled } = lesson;
    if (change === null && isOver(lesson, now) && !(topicFilled && rollCalled)) {
      unfilled.set(courseId, (unfilled.get(courseId) ?? 0) + 1);
    }
  }
  return lacking(rows, (courseId) => unfilled.get(courseId) ?? 0);
}

/** The pupils without a year mark, by teacher and class: its terms are looked at one by one. One query. */
export async function readYearLacks(db: Db, year: Span, tx?: Tx): Promise<CourseLack[]> {
  const rows = await readRows(db, { ...year, termId: null }, tx);
  return lacking(
    rows.map((row) => ({ ...row, owed: 0 })),
    () => 0,
  );
}

function lacking(rows: readonly Row[], unfilledOf: (courseId: number) => number): CourseLack[] {
  const lacks = rows.map(({ grade, letter, markFree, lessons, ...row }) => {
    const { lastName, firstName, middleName, undecided, ...course } = row;
    const marked = grade > 1 && !toFlag(markFree) && lessons > 0;
    return {
      ...course,
      className: `${grade}${letter}`,
      teacher: teacherName(lastName, firstName, middleName),
      unfilled: unfilledOf(row.courseId),
      undecided: marked ? undecided : 0,
    };
  });
  return lacks.filter((lack) => sumOf([lack]) > 0);
}

function readRows(db: Db, of: Span & { termId: number | null }, tx?: Tx): Promise<Row[]> {
  const { termId, startsOn: from, endsOn: to, academicYearId, minGrade, maxGrade } = of;
  const ofPeriod = termId === null ? 'm.term_id IS NULL' : 'm.term_id = :termId';
  return db.select<Row>(
    `SELECT c.id AS "courseId", k.grade, k.letter, COALESCE(s.short_name, s.name) AS subject,
            c.group_name AS "groupName", c.mark_free AS "markFree", c.teacher_id AS "teacherId",
            p.last_name AS "lastName", p.first_name AS "firstName", p.middle_name AS "middleName",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM lesson l
              WHERE l.course_id = c.id AND l.date BETWEEN :from AND :to) AS lessons,
            (SELECT CAST(COUNT(*) AS INTEGER)
               FROM lesson l JOIN mark q ON q.lesson_id = l.id
              WHERE l.course_id = c.id AND l.date BETWEEN :from AND :to
                AND q.state = 'active' AND q.value IS NULL) AS owed,
            (SELECT CAST(COUNT(DISTINCT e.pupil_id) AS INTEGER) FROM enrolment e
              WHERE e.class_id = c.class_id AND e.starts_on <= :to
                AND (e.ends_on IS NULL OR e.ends_on >= :to)
                AND (c.group_name = '' OR EXISTS (
                  SELECT 1 FROM course_pupil g
                   WHERE g.course_id = c.id AND g.pupil_id = e.pupil_id))
                AND NOT EXISTS (
                  SELECT 1 FROM term_mark m
                    JOIN course o ON o.id = m.course_id AND o.subject_id = c.subject_id
                    JOIN school_class n ON n.id = o.class_id
                     AND n.academic_year_id = k.academic_year_id
                   WHERE m.pupil_id = e.pupil_id AND ${ofPeriod}
                     AND m.state = 'active')) AS undecided
       FROM course c
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       LEFT JOIN person p ON p.id = c.teacher_id
      WHERE k.academic_year_id = :academicYearId AND k.grade BETWEEN :minGrade AND :maxGrade
      ORDER BY p.last_name, p.first_name, p.id, k.grade, k.letter, s.name, c.group_name`,
    { termId, from, to, academicYearId, minGrade, maxGrade },
    tx,
  );
}
