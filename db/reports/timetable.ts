import { addDays, weekdayOf } from '../days.ts';
import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import { dueHomework, isBefore, type LessonTime } from '../rules/due-homework.ts';
import type { Displacement } from './lesson-change.ts';

/**
 * What says that a lesson takes place: the weekly timetable, a move, a substitution, or a stored
 * lesson. A change says that it doesn't.
 */
type Line = {
  line: 'slot' | 'moved' | 'substitution' | 'lesson' | 'change';
  courseId: number;
  classId: number;
  subject: string;
  weekday: number;
  number: number;
  /** The day, or of a slot its first and last. */
  date: string;
  until: string | null;
  /** Of a change: where the lesson is moved to; null if it is cancelled. */
  toDate: string | null;
  toNumber: number | null;
  lessonId: number;
  topic: string | null;
  homework: string | null;
  homeworkDue: string | null;
  files: number;
};

export type PlacedLesson = {
  courseId: number;
  classId: number;
  subject: string;
  number: number;
  /** Null until something is written at it. */
  lessonId: number | null;
  topic: string | null;
  homework: string | null;
  /** The day that homework is for; null is the next lesson. */
  homeworkDue: string | null;
  /** How many files belong to it. */
  files: number;
  /** It doesn't take place here. */
  change: Displacement | null;
};

/** Homework due at a lesson, of one lesson or several; `files` as far as there are any. */
export type DueHomework = { text: string; files: number; lessonIds: number[] };

/** All lessons of some courses, day by day. */
export type Timetable = {
  /** Lessons of a day in order; `runs` says whether it is a school day for a class. */
  on: (day: string, runs: (classId: number) => boolean) => PlacedLesson[];
  /** Homework due at a lesson: given at the one before it, or for its day. */
  due: (
    courseId: number,
    at: LessonTime,
    runs: (classId: number, day: string) => boolean,
  ) => DueHomework | null;
};

// Homework is looked for this far back: farther than any holiday between terms.
const LOOK_BACK_DAYS = 21;

/**
 * Lessons of classes between two days, and before them as far as homework due may come from. With
 * `pupilId` only courses that pupil is taught. One query.
 */
export async function readTimetable(
  db: Db,
  of: { classIds: readonly number[]; pupilId?: number; from: string; to: string },
): Promise<Timetable> {
  const ownGroups =
    of.pupilId === undefined
      ? ''
      : `AND (c.group_name = '' OR EXISTS (SELECT 1 FROM course_pupil g
           WHERE g.course_id = c.id AND g.pupil_id = :pupilId))`;
  const nowhere = 'CAST(NULL AS DATE)';
  const nothing = `NULL, NULL, ${nowhere}, 0`;
  const course = 'm.id AS "courseId", m.class_id AS "classId", m.subject';
  const lines = await db.select<Line>(
    `WITH mine AS (SELECT c.id, c.class_id, s.name AS subject
         FROM course c JOIN subject s ON s.id = c.subject_id
        WHERE c.class_id IN (:classIds) ${ownGroups})
     SELECT 'lesson' AS line, ${course}, 0 AS weekday, l.number, l.date, l.date AS until,
            ${nowhere} AS "toDate", 0 AS "toNumber", l.id AS "lessonId", l.topic, l.homework,
            l.homework_due AS "homeworkDue", (SELECT CAST(COUNT(*) AS INTEGER) FROM homework_file f
              WHERE f.lesson_id = l.id AND f.state = 'active') AS files
       FROM mine m JOIN lesson l ON l.course_id = m.id AND l.date <= :to
        AND (l.date >= :back OR l.homework_due >= :back)
     UNION ALL SELECT 'slot', ${course}, t.weekday, t.number, t.starts_on, t.ends_on,
            ${nowhere}, 0, 0, ${nothing}
       FROM mine m JOIN timetable_slot t ON t.course_id = m.id
      WHERE t.starts_on <= :to AND (t.ends_on IS NULL OR t.ends_on >= :back)
     UNION ALL SELECT 'substitution', ${course}, 0, u.number, u.date, u.date,
            ${nowhere}, 0, 0, ${nothing}
       FROM mine m JOIN substitution u ON u.course_id = m.id AND u.date BETWEEN :back AND :to
     UNION ALL SELECT 'moved', ${course}, 0, x.to_number, x.to_date, x.to_date,
            ${nowhere}, 0, 0, ${nothing}
       FROM mine m JOIN timetable_change x ON x.course_id = m.id AND x.kind = 'moved'
        AND x.to_date BETWEEN :back AND :to
     UNION ALL SELECT 'change', ${course}, 0, x.number, x.date, x.date,
            x.to_date, x.to_number, 0, ${nothing}
       FROM mine m JOIN timetable_change x ON x.course_id = m.id AND x.date BETWEEN :back AND :to`,
    { ...of, back: addDays(of.from, -LOOK_BACK_DAYS) },
  );
  return timetableOf(lines);
}

function timetableOf(lines: readonly Line[]): Timetable {
  const byCourse = groupBy(lines, ({ courseId }) => courseId);
  return {
    on: (day, runs) => lessonsOn(lines, day, runs),
    due: (courseId, at, runs) => {
      const own = byCourse.get(courseId) ?? [];
      const stored = own.filter(({ line }) => line === 'lesson');
      const due = dueHomework(stored, at, (after, before) => {
        for (let day = after.date; day <= before.date; day = addDays(day, 1)) {
          const times = lessonsOn(own, day, (classId) => runs(classId, day))
            .filter(({ change }) => change === null)
            .map(({ number }) => ({ date: day, number }));
          if (times.some((time) => isBefore(after, time) && isBefore(time, before))) {
            return true;
          }
        }
        return false;
      });
      return due.length === 0 ? null : together(due);
    },
  };
}

function together(due: readonly Line[]): DueHomework {
  return {
    text: due.map(({ homework }) => homework ?? '').join('; '),
    files: due.reduce((sum, { files }) => sum + files, 0),
    lessonIds: due.map(({ lessonId }) => lessonId),
  };
}

function lessonsOn(
  lines: readonly Line[],
  day: string,
  runs: (classId: number) => boolean,
): PlacedLesson[] {
  const weekday = weekdayOf(day);
  const placed = new Map<string, PlacedLesson>();
  const changes = new Map<string, Displacement>();
  for (const line of lines) {
    const key = `${line.courseId}:${line.number}`;
    if (line.line === 'change') {
      if (line.date === day) {
        changes.set(key, displacementOf(line));
      }
      continue;
    }
    // A stored lesson stands over the plan it was made from.
    if (takesPlace(line, day, weekday, runs) && (line.line === 'lesson' || !placed.has(key))) {
      const { courseId, classId, subject, number, topic, homework, homeworkDue, files } = line;
      const lessonId = line.lessonId === 0 ? null : line.lessonId;
      placed.set(key, {
        courseId,
        classId,
        subject,
        number,
        lessonId,
        topic,
        homework,
        homeworkDue,
        files,
        change: null,
      });
    }
  }
  return [...placed]
    .map(([key, lesson]) => ({ ...lesson, change: changes.get(key) ?? null }))
    .sort((a, b) => a.number - b.number || a.courseId - b.courseId);
}

function displacementOf({ toDate, toNumber }: Line): Displacement {
  return toDate === null
    ? { kind: 'cancelled' }
    : { kind: 'moved', toDate, toNumber: toNumber ?? 0 };
}

function takesPlace(
  line: Line,
  day: string,
  weekday: number,
  runs: (classId: number) => boolean,
): boolean {
  if (line.line !== 'slot') {
    return line.date === day;
  }
  const begun = line.date <= day && (line.until === null || day <= line.until);
  return line.weekday === weekday && begun && runs(line.classId);
}
