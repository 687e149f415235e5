import { addDays, timeOf } from '../days.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { dayOffOn } from '../rules/calendar.ts';
import { type DueDay, dueOn } from './child-homework.ts';
import { type Child, type ChildClass, isInClass } from './children.ts';
import { isSchoolDay, type SchoolDays, schoolDayFrom } from './school-days.ts';
import { readTimetable } from './timetable.ts';

/** A lesson of today; the clock ('HH:MM') is null where no bells are known. */
export type TodayLesson = {
  number: number;
  subject: string;
  startsAt: string | null;
  endsAt: string | null;
};

export type LatelyMark = { date: string; subject: string; value: number | null; kind: string };
/** `explained`: a parent has answered why, or the code says it. */
export type LatelyMissed = {
  date: string;
  subject: string;
  code: AbsenceCode;
  explained: boolean;
};

/** A child's day at a glance. */
export type ChildToday = {
  today: string;
  /** The school's clock. */
  time: string;
  /** Those that take place. */
  lessons: TodayLesson[];
  /** The holiday today belongs to. */
  off: string | null;
  /** The next school day with what is due; null where the year ends first. */
  due: DueDay | null;
  /** The newest marks, the newest first; none in grade 1. */
  marks: LatelyMark[];
  /** Absences of the last two weeks, the newest first. */
  missed: LatelyMissed[];
  /** Letters of the class teacher that this reader hasn't read. */
  unread: number;
  /** Behaviour notes of this year that this reader hasn't taken note of. */
  newNotes: number;
};

type Row = {
  line: 'mark' | 'absence' | 'unread' | 'notes';
  date: string;
  subject: string;
  value: number | null;
  kind: string;
  code: AbsenceCode | null;
};

const MARKS = 12;
const LATELY_DAYS = 14;
const ANSWERED = 'answered';

/** Three queries. For a parent of the child, `readerId`. */
export async function readChildToday(
  db: Db,
  { child, schoolClass, readerId }: { child: Child; schoolClass: ChildClass; readerId: number },
  days: SchoolDays,
): Promise<ChildToday> {
  const today = db.today();
  const next = schoolDayFrom(days, today, 1);
  const { pupilId } = child;
  const { classId } = schoolClass;
  const classIds = child.classes.map((one) => one.classId);
  const [timetable, bells, rows] = await Promise.all([
    readTimetable(db, { classIds, pupilId, from: today, to: next ?? today }),
    readBells(db),
    readLately(db, { pupilId, classId, readerId, today, since: addDays(today, 1 - LATELY_DAYS) }),
  ]);
  const lessons = timetable
    .on(today, (id) => isInClass(child, id, today) && isSchoolDay(days, today))
    .filter((lesson) => lesson.change === null && isInClass(child, lesson.classId, today));
  const numberOf = (line: Row['line']) => rows.find((row) => row.line === line)?.value ?? 0;
  return {
    today,
    time: timeOf(db.now(), db.timezone),
    lessons: lessons.map(({ number, subject }) => {
      const bell = bells.find((one) => one.number === number);
      return { number, subject, startsAt: bell?.startsAt ?? null, endsAt: bell?.endsAt ?? null };
    }),
    off: dayOffOn(days.daysOff, days.grade, today)?.name ?? null,
    due: next === null ? null : dueOn(timetable, child, next, days),
    marks: rows.flatMap(({ line, date, subject, value, kind }) =>
      line === 'mark' ? [{ date, subject, value, kind }] : [],
    ),
    missed: rows.flatMap(({ line, date, subject, code, kind }) =>
      line === 'absence' && code !== null
        ? [{ date, subject, code, explained: code !== 'absent' || kind === ANSWERED }]
        : [],
    ),
    unread: numberOf('unread'),
    newNotes: numberOf('notes'),
  };
}

function readBells(db: Db) {
  return db.select<{ number: number; startsAt: string; endsAt: string }>(
    'SELECT number, starts_at AS "startsAt", ends_at AS "endsAt" FROM bell',
  );
}

function readLately(
  db: Db,
  of: { pupilId: number; classId: number; readerId: number; today: string; since: string },
): Promise<Row[]> {
  const at = (record: string) =>
    `FROM ${record} r JOIN lesson l ON l.id = r.lesson_id JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
       JOIN school_class k ON k.id = c.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE r.pupil_id = :pupilId AND r.state = 'active' AND r.date <= :today`;
  const count = (line: string, from: string) =>
    `SELECT '${line}', CAST(NULL AS DATE), 0, 0, '', CAST(COUNT(*) AS INTEGER), '',
            CAST(NULL AS TEXT) ${from}`;
  return db.select<Row>(
    `SELECT * FROM (
       SELECT 'mark' AS line, r.date, l.number, r.id, s.name AS subject, r.value, r.kind,
              CAST(NULL AS TEXT) AS code ${at('mark')} AND k.grade > 1
        ORDER BY r.date DESC, l.number DESC, r.id DESC LIMIT ${MARKS}) newest
     UNION ALL SELECT 'absence', r.date, l.number, r.id, s.name, NULL,
            CASE WHEN EXISTS (SELECT 1 FROM absence_excuse x
              WHERE x.pupil_id = r.pupil_id AND x.date = r.date) THEN '${ANSWERED}' ELSE '' END,
            r.code ${at('absence')} AND r.date >= :since
     UNION ALL ${count(
       'unread',
       `FROM message m JOIN thread t ON t.id = m.thread_id
         WHERE t.pupil_id = :pupilId AND t.class_id = :classId AND m.side = 'school'
           AND EXISTS (SELECT 1 FROM message_receipt q WHERE q.message_id = m.id
             AND q.person_id = :readerId AND q.read_at IS NULL)`,
     )}
     UNION ALL ${count(
       'notes',
       `FROM behaviour_note b
         WHERE b.pupil_id = :pupilId AND b.state = 'active'
           AND b.date >= (SELECT y.starts_on FROM school_class k
             JOIN academic_year y ON y.id = k.academic_year_id WHERE k.id = :classId)
           AND NOT EXISTS (SELECT 1 FROM acknowledgement q
             WHERE q.note_id = b.id AND q.person_id = :readerId)`,
     )}
      ORDER BY 2 DESC, 3 DESC, 4 DESC`,
    of,
  );
}
