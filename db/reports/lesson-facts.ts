import type { LessonKey } from '../actions/by.ts';
import type { Db, Tx } from '../open.ts';
import type { LessonFacts as AccessFacts } from '../rules/access.ts';
import { type RawFlag, toFlag } from '../values.ts';
import {
  CHANGE_COLUMNS,
  type ChangeColumns,
  changeOf,
  type LessonChange,
} from './lesson-change.ts';
import { type TeacherName, teacherName } from './teacher-name.ts';

/** A lesson's course, class and stored fields; `lessonId` is null until it is first written to. */
export type LessonFacts = AccessFacts & {
  courseId: number;
  academicYearId: number;
  grade: number;
  className: string;
  subject: string;
  groupName: string;
  markFree: boolean;
  lessonId: number | null;
  topic: string | null;
  homework: string | null;
  /** The day the homework is for; null is the next lesson. */
  homeworkDue: string | null;
  /** How many files belong to the homework. */
  files: number;
  attendanceTaken: boolean;
  version: number;
  /** The timetable, a move, a substitution or a stored row says that this lesson takes place. */
  scheduled: boolean;
  /** It was cancelled or moved away all the same. */
  change: LessonChange | null;
  /** Who takes it instead of the course's own teacher. */
  substitute: TeacherName | null;
};

type Row = ChangeColumns & {
  course_id: number;
  class_id: number;
  teacher_id: number | null;
  substitute_id: number | null;
  academic_year_id: number;
  grade: number;
  letter: string;
  subject: string;
  group_name: string;
  mark_free: RawFlag;
  lesson_id: number | null;
  topic: string | null;
  homework: string | null;
  homework_due: string | null;
  files: number;
  attendance_at: unknown;
  version: number | null;
  slot_id: number | null;
  moved_id: number | null;
  substitute_last: string | null;
  substitute_first: string | null;
  substitute_middle: string | null;
};

/** What is known of a lesson, or null if there is no such course. One query. */
export async function readLessonFacts(
  db: Db,
  key: LessonKey,
  weekday: number,
  tx?: Tx,
): Promise<LessonFacts | null> {
  const [row] = await db.select<Row>(
    `SELECT c.id AS course_id, c.class_id, c.teacher_id, c.group_name, c.mark_free,
            k.academic_year_id, k.grade, k.letter, s.name AS subject,
            l.id AS lesson_id, l.topic, l.homework, l.homework_due, l.attendance_at, l.version,
            (SELECT CAST(COUNT(*) AS INTEGER) FROM homework_file
              WHERE lesson_id = l.id AND state = 'active') AS files,
            r.teacher_id AS substitute_id, p.last_name AS substitute_last,
            p.first_name AS substitute_first, p.middle_name AS substitute_middle,
            ${CHANGE_COLUMNS},
            (SELECT MIN(id) FROM timetable_change
              WHERE course_id = c.id AND kind = 'moved'
                AND to_date = :date AND to_number = :number) AS moved_id,
            (SELECT MIN(id) FROM timetable_slot
              WHERE course_id = c.id AND weekday = :weekday AND number = :number
                AND starts_on <= :date AND (ends_on IS NULL OR ends_on >= :date)) AS slot_id
       FROM course c
       JOIN school_class k ON k.id = c.class_id
       JOIN subject s ON s.id = c.subject_id
       LEFT JOIN lesson l ON l.course_id = c.id AND l.date = :date AND l.number = :number
       LEFT JOIN substitution r ON r.course_id = c.id AND r.date = :date AND r.number = :number
       LEFT JOIN person p ON p.id = r.teacher_id
       LEFT JOIN timetable_change x ON x.course_id = c.id AND x.date = :date AND x.number = :number
      WHERE c.id = :courseId`,
    { ...key, weekday },
    tx,
  );
  if (!row) {
    return null;
  }
  return {
    courseId: row.course_id,
    classId: row.class_id,
    teacherId: row.teacher_id,
    substituteId: row.substitute_id,
    academicYearId: row.academic_year_id,
    grade: row.grade,
    className: `${row.grade}${row.letter}`,
    subject: row.subject,
    groupName: row.group_name,
    markFree: toFlag(row.mark_free),
    lessonId: row.lesson_id,
    topic: row.topic,
    homework: row.homework,
    homeworkDue: row.homework_due,
    files: row.files,
    attendanceTaken: row.attendance_at !== null,
    version: row.version ?? 0,
    scheduled: [row.lesson_id, row.slot_id, row.moved_id, row.substitute_id].some(
      (found) => found !== null,
    ),
    change: changeOf(row),
    substitute: teacherName(row.substitute_last, row.substitute_first, row.substitute_middle),
  };
}
