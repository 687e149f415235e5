import { dayOf, instantOf } from '../../days.ts';
import { groupBy } from '../../group-by.ts';
import type { Db } from '../../open.ts';
import { type Filling, type Timeliness, timelinessOf } from '../../rules/control/timeliness.ts';
import { type RawInstant, toInstant } from '../../values.ts';
import type { TaughtLesson } from '../taught-lessons.ts';
import type { TeacherName } from '../teacher-name.ts';
import { readControlledLessons } from './controlled-lessons.ts';

export type TeacherTimeliness = Timeliness & {
  teacherId: number | null;
  teacher: TeacherName | null;
};

/** How soon lessons of these days were filled in: the school's, and each teacher's, worst first. */
export type SchoolTimeliness = { school: Timeliness; teachers: TeacherTimeliness[] };

type Row = {
  courseId: number;
  date: string;
  number: number;
  attendanceAt: RawInstant;
  createdAt: RawInstant;
  /** When a topic first stood there, by the audit. */
  topicAt: RawInstant | null;
};

// Where no bells are known a lesson is over with the school's day.
const NO_BELL = '15:00';

/**
 * A lesson is filled in once it has both topic and attendance; whoever took it is meant. Three
 * queries. The caller checks the right.
 */
export async function readTimeliness(
  db: Db,
  span: { from: string; to: string },
): Promise<SchoolTimeliness> {
  const lessons = await readControlledLessons(db, span);
  const filled = new Map((await readFilled(db, span)).map((row) => [placeOf(row), row]));
  const all = lessons.map((lesson) => ({
    lesson,
    filling: fillingOf(db, lesson, filled.get(placeOf(lesson)) ?? null),
  }));
  const teachers = [...groupBy(all, ({ lesson }) => lesson.substituteId ?? lesson.ownerId)].flatMap(
    ([teacherId, own]) => {
      const teacher = own[0]?.lesson.substitute ?? own[0]?.lesson.owner ?? null;
      return [{ teacherId, teacher, ...timelinessOf(own.map(({ filling }) => filling)) }];
    },
  );
  return {
    school: timelinessOf(all.map(({ filling }) => filling)),
    teachers: teachers.sort((a, b) => shareOf(a) - shareOf(b) || b.lessons - a.lessons),
  };
}

/** The share of lessons filled in on their own day, 0 to 1. */
export function shareOf({ sameDay, lessons }: Timeliness): number {
  return lessons === 0 ? 1 : sameDay / lessons;
}

function readFilled(db: Db, span: { from: string; to: string }): Promise<Row[]> {
  return db.select<Row>(
    `SELECT l.course_id AS "courseId", l.date, l.number, l.attendance_at AS "attendanceAt",
            l.created_at AS "createdAt",
            (SELECT MIN(h.at) FROM change h WHERE h.record = 'lesson' AND h.record_id = l.id
                AND h.after LIKE '%"topic":"%') AS "topicAt"
       FROM lesson l
      WHERE l.date BETWEEN :from AND :to AND l.topic IS NOT NULL AND l.attendance_at IS NOT NULL`,
    span,
  );
}

function fillingOf(db: Db, { date, endsAt }: TaughtLesson, row: Row | null): Filling {
  const endedAt = instantOf(date, endsAt ?? NO_BELL, db.timezone).getTime();
  if (!row) {
    return { endedAt, filledAt: null, sameDay: false };
  }
  const filledAt = Math.max(
    toInstant(row.attendanceAt).getTime(),
    toInstant(row.topicAt ?? row.createdAt).getTime(),
  );
  return { endedAt, filledAt, sameDay: dayOf(new Date(filledAt), db.timezone) === date };
}

function placeOf({ courseId, date, number }: Pick<Row, 'courseId' | 'date' | 'number'>): string {
  return `${courseId}.${date}.${number}`;
}
