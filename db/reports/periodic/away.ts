import { groupBy } from '../../group-by.ts';
import type { Db, Tx } from '../../open.ts';
import type { AbsenceCode } from '../../rules/absence-code.ts';
import { type AwayDay, dayMissed } from '../../rules/away-days.ts';
import type { Period } from './period.ts';

/** Lessons and full days a pupil missed, by code; being late is presence. */
export type Away = {
  lessons: Record<MissedCode, number>;
  days: Record<MissedCode, number>;
  late: number;
};

type MissedCode = Exclude<AbsenceCode, 'late'>;

/** What was missed in one class: by pupil, and for a picture by pupil and day. */
export type ClassAway = {
  classId: number;
  byPupil: Map<number, Away>;
  /** Days with lessons, in order. */
  days: string[];
  /** Lessons missed on a day by a pupil. */
  on: (pupilId: number, day: string) => number;
};

export const NOTHING_AWAY: Away = {
  lessons: { absent: 0, ill: 0, excused: 0 },
  days: { absent: 0, ill: 0, excused: 0 },
  late: 0,
};

type LessonRow = {
  classId: number;
  courseId: number;
  groupName: string;
  date: string;
  count: number;
};
type AwayRow = {
  classId: number;
  pupilId: number;
  date: string;
  code: AbsenceCode;
  count: number;
};

/**
 * Reads what was missed in these classes during a period, by class. A full day missed is one on
 * which all the pupil's lessons with a roll call were missed. Three queries.
 */
export async function readAway(
  db: Db,
  { from, until }: Pick<Period, 'from' | 'until'>,
  classIds: readonly number[],
  tx?: Tx,
): Promise<Map<number, ClassAway>> {
  if (classIds.length === 0) {
    return new Map();
  }
  const of = { classIds, from, until };
  // One after the other: a transaction has one connection.
  const lessons = groupBy(await readLessons(db, of, tx), ({ classId }) => classId);
  const members = await db.select<{ courseId: number; pupilId: number }>(
    `SELECT g.course_id AS "courseId", g.pupil_id AS "pupilId"
       FROM course_pupil g JOIN course c ON c.id = g.course_id AND c.class_id IN (:classIds)`,
    { classIds },
    tx,
  );
  const inGroup = new Set(members.map(({ courseId, pupilId }) => `${courseId}:${pupilId}`));
  const away = groupBy(await readAbsences(db, of, tx), ({ classId }) => classId);
  return new Map(
    classIds.map((classId) => {
      const held = lessons.get(classId) ?? [];
      return [classId, classAway(classId, held, away.get(classId) ?? [], inGroup)];
    }),
  );
}

function classAway(
  classId: number,
  held: readonly LessonRow[],
  rows: readonly AwayRow[],
  inGroup: ReadonlySet<string>,
): ClassAway {
  const byDay = groupBy(held, ({ date }) => date);
  const lessonsOf = (pupilId: number, day: string) =>
    (byDay.get(day) ?? [])
      .filter(
        ({ courseId, groupName }) => groupName === '' || inGroup.has(`${courseId}:${pupilId}`),
      )
      .reduce((sum, { count }) => sum + count, 0);
  const missed = new Map<string, number>();
  const byPupil = new Map<number, Away>();
  for (const [pupilId, own] of groupBy(rows, (row) => row.pupilId)) {
    const days = [...groupBy(own, ({ date }) => date)].map(([date, ofDay]): AwayDay => {
      const count = (code: AbsenceCode) =>
        ofDay.filter((row) => row.code === code).reduce((sum, row) => sum + row.count, 0);
      const codes = { absent: count('absent'), ill: count('ill'), excused: count('excused') };
      missed.set(`${pupilId}:${date}`, codes.absent + codes.ill + codes.excused);
      return { lessons: lessonsOf(pupilId, date), missed: codes };
    });
    const late = own.filter(({ code }) => code === 'late');
    byPupil.set(pupilId, {
      ...sumsOf(days),
      late: late.reduce((sum, { count }) => sum + count, 0),
    });
  }
  return {
    classId,
    byPupil,
    days: [...byDay.keys()].sort(),
    on: (pupilId, day) => missed.get(`${pupilId}:${day}`) ?? 0,
  };
}

function sumsOf(days: readonly AwayDay[]): Pick<Away, 'lessons' | 'days'> {
  const full = days.map(dayMissed);
  const both = (code: MissedCode) => ({
    lessons: days.reduce((sum, { missed }) => sum + missed[code], 0),
    days: full.filter((one) => one === code).length,
  });
  const [absent, ill, excused] = [both('absent'), both('ill'), both('excused')];
  return {
    lessons: { absent: absent.lessons, ill: ill.lessons, excused: excused.lessons },
    days: { absent: absent.days, ill: ill.days, excused: excused.days },
  };
}

export function sumAway(all: readonly Away[]): Away {
  const sum = (pick: (away: Away) => number) => all.reduce((total, one) => total + pick(one), 0);
  return {
    lessons: {
      absent: sum(({ lessons }) => lessons.absent),
      ill: sum(({ lessons }) => lessons.ill),
      excused: sum(({ lessons }) => lessons.excused),
    },
    days: {
      absent: sum(({ days }) => days.absent),
      ill: sum(({ days }) => days.ill),
      excused: sum(({ days }) => days.excused),
    },
    late: sum(({ late }) => late),
  };
}

type Span = { classIds: readonly number[]; from: string; until: string };

/** Lessons at which the roll was called or somebody was noted, by course and day. */
function readLessons(db: Db, of: Span, tx?: Tx): Promise<LessonRow[]> {
  return db.select<LessonRow>(
    `SELECT c.class_id AS "classId", c.id AS "courseId", c.group_name AS "groupName", l.date,
            CAST(COUNT(*) AS INTEGER) AS count
       FROM lesson l JOIN course c ON c.id = l.course_id AND c.class_id IN (:classIds)
      WHERE l.date BETWEEN :from AND :until
        AND (l.attendance_at IS NOT NULL OR EXISTS (
          SELECT 1 FROM absence a WHERE a.lesson_id = l.id AND a.state = 'active'))
      GROUP BY c.class_id, c.id, c.group_name, l.date`,
    of,
    tx,
  );
}

function readAbsences(db: Db, of: Span, tx?: Tx): Promise<AwayRow[]> {
  return db.select<AwayRow>(
    `SELECT c.class_id AS "classId", a.pupil_id AS "pupilId", l.date, a.code,
            CAST(COUNT(*) AS INTEGER) AS count
       FROM absence a JOIN lesson l ON l.id = a.lesson_id
       JOIN course c ON c.id = l.course_id AND c.class_id IN (:classIds)
      WHERE a.state = 'active' AND l.date BETWEEN :from AND :until
      GROUP BY c.class_id, a.pupil_id, l.date, a.code`,
    of,
    tx,
  );
}
