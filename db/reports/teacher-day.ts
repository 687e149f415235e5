import { timeOf, weekdayOf } from '../days.ts';
import type { Db, Tx } from '../open.ts';

/** One of a teacher's lessons of a day, own or taken over, with what is filled in. */
export type DayLesson = {
  courseId: number;
  date: string;
  number: number;
  grade: number;
  className: string;
  subject: string;
  groupName: string;
  startsAt: string | null;
  endsAt: string | null;
  /** `mine`; `taken` over from a colleague; `given` to a colleague, the course is still mine. */
  turn: 'mine' | 'taken' | 'given';
  topicFilled: boolean;
  rollCalled: boolean;
  marks: number;
};

type Row = Omit<DayLesson, 'turn' | 'className' | 'topicFilled' | 'rollCalled' | 'date'> & {
  letter: string;
  teacherId: number | null;
  substituteId: number | null;
  topic: string | null;
  attendanceAt: unknown;
};

/** A teacher's lessons of a day in order; none on days off and outside terms. One query. */
export async function readTeacherDay(
  db: Db,
  { teacherId, date }: { teacherId: number; date: string },
  tx?: Tx,
): Promise<DayLesson[]> {
  const rows = await db.select<Row>(
    `WITH taught AS (
       SELECT t.course_id, t.number FROM timetable_slot t JOIN course c ON c.id = t.course_id
        WHERE c.teacher_id = :teacherId AND t.weekday = :weekday
          AND t.starts_on <= :date AND (t.ends_on IS NULL OR t.ends_on >= :date)
       UNION SELECT l.course_id, l.number FROM lesson l JOIN course c ON c.id = l.course_id
        WHERE c.teacher_id = :teacherId AND l.date = :date
       UNION SELECT course_id, number FROM substitution
        WHERE teacher_id = :teacherId AND date = :date)
     SELECT t.course_id AS "courseId", t.number, k.grade, k.letter, s.name AS subject,
            c.group_name AS "groupName", c.teacher_id AS "teacherId",
            r.teacher_id AS "substituteId", b.starts_at AS "startsAt", b.ends_at AS "endsAt",
            l.topic, l.attendance_at AS "attendanceAt",
            (SELECT CAST(COUNT(*) AS INTEGER) FROM mark m
              WHERE m.lesson_id = l.id AND m.state = 'active') AS marks
       FROM taught t
       JOIN course c ON c.id = t.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       LEFT JOIN bell b ON b.number = t.number
       LEFT JOIN lesson l ON l.course_id = t.course_id AND l.date = :date AND l.number = t.number
       LEFT JOIN substitution r
         ON r.course_id = t.course_id AND r.date = :date AND r.number = t.number
      WHERE EXISTS (SELECT 1 FROM term q
              WHERE q.academic_year_id = k.academic_year_id
                AND q.min_grade <= k.grade AND q.max_grade >= k.grade
                AND q.starts_on <= :date AND q.ends_on >= :date)
        AND NOT EXISTS (SELECT 1 FROM day_off o
              WHERE o.academic_year_id = k.academic_year_id
                AND (o.grade IS NULL OR o.grade = k.grade)
                AND o.starts_on <= :date AND o.ends_on >= :date)
      ORDER BY t.number, k.grade, k.letter`,
    { teacherId, date, weekday: weekdayOf(date) },
    tx,
  );
  return rows.map(({ letter, substituteId, teacherId: owner, topic, attendanceAt, ...row }) => ({
    ...row,
    date,
    className: `${row.grade}${letter}`,
    turn: turnOf(teacherId, owner, substituteId),
    topicFilled: topic !== null,
    rollCalled: attendanceAt !== null,
  }));
}

function turnOf(me: number, owner: number | null, substitute: number | null): DayLesson['turn'] {
  if (substitute === null || substitute === owner) {
    return 'mine';
  }
  return substitute === me ? 'taken' : 'given';
}

/** The lesson that runs now, or the one that began last; null before the first bell of the day. */
export function newestBegun(db: Db, lessons: readonly DayLesson[], tx?: Tx): DayLesson | null {
  const today = tx?.today ?? db.today();
  const time = timeOf(tx?.now ?? db.now(), db.timezone);
  const begun = lessons.filter(
    ({ date, startsAt, turn }) =>
      turn !== 'given' && (date < today || (date === today && (startsAt ?? '') <= time)),
  );
  return begun.at(-1) ?? null;
}
