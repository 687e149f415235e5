import { addDays, weekdayOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';
import {
  CHANGE_COLUMNS,
  type ChangeColumns,
  changeOf,
  type LessonChange,
} from './lesson-change.ts';
import { type TeacherName, teacherName } from './teacher-name.ts';

/** A lesson of the timetable, a substitution or the journal, with what is filled in. */
export type TaughtLesson = {
  courseId: number;
  classId: number;
  date: string;
  number: number;
  grade: number;
  className: string;
  subject: string;
  groupName: string;
  startsAt: string | null;
  endsAt: string | null;
  /** The course's own teacher. */
  ownerId: number | null;
  owner: TeacherName | null;
  /** Who takes this lesson instead. */
  substituteId: number | null;
  substitute: TeacherName | null;
  change: LessonChange | null;
  /** The day this lesson was moved from. */
  movedFrom: string | null;
  open: boolean;
  topicFilled: boolean;
  rollCalled: boolean;
  marks: number;
};

type Row = ChangeColumns &
  Omit<
    TaughtLesson,
    'className' | 'owner' | 'substitute' | 'change' | 'open' | 'topicFilled' | 'rollCalled'
  > & {
    letter: string;
    openTerms: number;
    topic: string | null;
    attendanceAt: unknown;
    ownerLast: string | null;
    ownerFirst: string | null;
    ownerMiddle: string | null;
    substituteLast: string | null;
    substituteFirst: string | null;
    substituteMiddle: string | null;
  };

/**
 * Lessons between two days in order, none on days off and outside terms: those of a teacher's own
 * courses and those taken over, or the whole school's. A lesson that is cancelled or moved away is
 * there with its `change`. One query.
 */
export async function readTaughtLessons(
  db: Db,
  { teacherId, from, to }: { teacherId: number | null; from: string; to: string },
  tx?: Tx,
): Promise<TaughtLesson[]> {
  const { sql, params } = dayRows(db, from, to);
  const [ownCourses, takenOver] =
    teacherId === null
      ? ['', '']
      : ['WHERE teacher_id = :teacherId', 'AND teacher_id = :teacherId'];
  const rows = await db.select<Row>(
    `WITH day AS (${sql}),
       own AS (SELECT id FROM course ${ownCourses}),
       taught AS (
         SELECT t.course_id, d.date, t.number
           FROM day d JOIN timetable_slot t ON t.weekday = d.weekday AND t.starts_on <= d.date
            AND (t.ends_on IS NULL OR t.ends_on >= d.date)
           JOIN own ON own.id = t.course_id
         UNION SELECT m.course_id, m.to_date, m.to_number
           FROM timetable_change m JOIN own ON own.id = m.course_id
          WHERE m.kind = 'moved' AND m.to_date BETWEEN :from AND :to
         UNION SELECT l.course_id, l.date, l.number
           FROM lesson l JOIN own ON own.id = l.course_id WHERE l.date BETWEEN :from AND :to
         UNION SELECT course_id, date, number FROM substitution
          WHERE date BETWEEN :from AND :to ${takenOver})
     SELECT t.course_id AS "courseId", t.date, t.number, k.id AS "classId", k.grade, k.letter,
            s.name AS subject, c.group_name AS "groupName",
            c.teacher_id AS "ownerId", o.last_name AS "ownerLast", o.first_name AS "ownerFirst",
            o.middle_name AS "ownerMiddle", r.teacher_id AS "substituteId",
            p.last_name AS "substituteLast", p.first_name AS "substituteFirst",
            p.middle_name AS "substituteMiddle", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
            ${CHANGE_COLUMNS}, m.date AS "movedFrom", l.topic, l.attendance_at AS "attendanceAt",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM mark q
              WHERE q.lesson_id = l.id AND q.state = 'active') AS marks,
            (SELECT CAST(COUNT(*) AS INTEGER) FROM term q
              WHERE ${inTerm} AND q.state = 'open') AS "openTerms"
       FROM taught t
       JOIN course c ON c.id = t.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       LEFT JOIN person o ON o.id = c.teacher_id
       LEFT JOIN bell b ON b.number = t.number
       LEFT JOIN lesson l ON l.course_id = t.course_id AND l.date = t.date AND l.number = t.number
       LEFT JOIN substitution r
         ON r.course_id = t.course_id AND r.date = t.date AND r.number = t.number
       LEFT JOIN person p ON p.id = r.teacher_id
       LEFT JOIN timetable_change x
         ON x.course_id = t.course_id AND x.date = t.date AND x.number = t.number
       LEFT JOIN timetable_change m
         ON m.course_id = t.course_id AND m.to_date = t.date AND m.to_number = t.number
      WHERE EXISTS (SELECT 1 FROM term q WHERE ${inTerm})
        AND NOT EXISTS (SELECT 1 FROM day_off q
              WHERE q.academic_year_id = k.academic_year_id
                AND (q.grade IS NULL OR q.grade = k.grade)
                AND q.starts_on <= t.date AND q.ends_on >= t.date)
      ORDER BY t.date, t.number, k.grade, k.letter, c.id`,
    { ...params, teacherId, from, to },
    tx,
  );
  return rows.map(toLesson);
}

const inTerm = `q.academic_year_id = k.academic_year_id
  AND q.min_grade <= k.grade AND q.max_grade >= k.grade
  AND q.starts_on <= t.date AND q.ends_on >= t.date`;

/** The days as rows with their weekdays; PostgreSQL has to be told that they are days. */
function dayRows(db: Db, from: string, to: string) {
  const params: Record<string, string> = {};
  const rows: string[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const name = `day${rows.length}`;
    params[name] = date;
    const value = db.dialect === 'postgres' ? `CAST(:${name} AS DATE)` : `:${name}`;
    rows.push(`SELECT ${value} AS date, ${weekdayOf(date)} AS weekday`);
  }
  return { sql: rows.join(' UNION ALL '), params };
}

function toLesson(row: Row): TaughtLesson {
  const { courseId, classId, date, number, grade, letter, subject, groupName } = row;
  const { startsAt, endsAt, ownerId, substituteId, movedFrom, marks } = row;
  return {
    courseId,
    classId,
    date,
    number,
    grade,
    className: `${grade}${letter}`,
    subject,
    groupName,
    startsAt,
    endsAt,
    ownerId,
    owner: teacherName(row.ownerLast, row.ownerFirst, row.ownerMiddle),
    substituteId,
    substitute: teacherName(row.substituteLast, row.substituteFirst, row.substituteMiddle),
    change: changeOf(row),
    movedFrom,
    open: row.openTerms > 0,
    topicFilled: row.topic !== null,
    rollCalled: row.attendanceAt !== null,
    marks,
  };
}
