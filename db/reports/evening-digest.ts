import { groupBy } from '../group-by.ts';
import type { Db } from '../open.ts';
import type { AbsenceCode } from '../rules/absence-code.ts';
import { isSchoolDay, readSchoolDays, type SchoolDays, schoolDayFrom } from './school-days.ts';
import { readTimetable } from './timetable.ts';

export type DigestChild = {
  pupilId: number;
  lastName: string;
  firstName: string;
  className: string;
  marks: { subject: string; value: number | null; kind: string }[];
  absences: { subject: string; number: number; code: AbsenceCode }[];
  /** What is due at the next school day; null where there is none. */
  homework: { date: string; lines: { subject: string; text: string }[] } | null;
};

/** A parent's day: all their children, and every chat they read in. */
export type Digest = {
  personId: number;
  language: 'ru' | 'en' | null;
  addresses: string[];
  day: string;
  children: DigestChild[];
};

type Recipient = {
  personId: number;
  language: 'ru' | 'en' | null;
  address: string;
  pupilId: number;
  lastName: string;
  firstName: string;
  classId: number;
  grade: number;
  letter: string;
  academicYearId: number;
};

type Entry = {
  pupilId: number;
  subject: string;
  number: number;
  value: number | null;
  kind: string;
  code: AbsenceCode | null;
};

type ClassHomework = {
  date: string;
  lines: { courseId: number; subject: string; text: string }[];
} | null;

/**
 * The day of every parent who can be written to and gave consent. A child has a part in it only on
 * a school day of their class, so weekends don't repeat Friday's homework; parents of none have no
 * digest. Five queries, however many parents.
 */
export async function readDigests(db: Db, day: string): Promise<Digest[]> {
  const all = await readRecipients(db, day);
  const calendars = await readSchoolDays(db, classesOf(all));
  const recipients = all.filter(({ classId }) => {
    const days = calendars.get(classId);
    return days !== undefined && isSchoolDay(days, day);
  });
  if (recipients.length === 0) {
    return [];
  }
  const [entries, homework, groups] = await Promise.all([
    readEntries(db, day),
    readHomework(db, day, classesOf(recipients), calendars),
    readGroups(db),
  ]);
  const byPupil = groupBy(entries, ({ pupilId }) => pupilId);
  const childOf = ({ pupilId, classId, lastName, firstName, grade, letter }: Recipient) => ({
    pupilId,
    lastName,
    firstName,
    className: `${grade}${letter}`,
    ...entriesOf(byPupil.get(pupilId) ?? []),
    homework: homeworkOf(homework.get(classId) ?? null, groups, pupilId),
  });
  return [...groupBy(recipients, ({ personId }) => personId)].map(([personId, rows]) => ({
    personId,
    language: rows[0]?.language ?? null,
    addresses: [...new Set(rows.map(({ address }) => address))],
    day,
    children: [...groupBy(rows, ({ pupilId }) => pupilId).values()].flatMap(([row]) =>
      row ? [childOf(row)] : [],
    ),
  }));
}

function classesOf(recipients: readonly Recipient[]): Recipient[] {
  return [...new Map(recipients.map((row) => [row.classId, row])).values()];
}

function readRecipients(db: Db, day: string): Promise<Recipient[]> {
  return db.select<Recipient>(
    `SELECT p.id AS "personId", p.language, a.address, u.id AS "pupilId",
            u.last_name AS "lastName", u.first_name AS "firstName", k.id AS "classId", k.grade,
            k.letter, k.academic_year_id AS "academicYearId"
       FROM guardianship g
       JOIN person p ON p.id = g.person_id AND p.state = 'active'
       JOIN chat_link a ON a.person_id = p.id AND a.state = 'active'
       JOIN pupil u ON u.id = g.pupil_id
       JOIN enrolment e ON e.pupil_id = u.id AND e.starts_on <= :day
        AND (e.ends_on IS NULL OR e.ends_on >= :day)
       JOIN school_class k ON k.id = e.class_id
       JOIN academic_year y ON y.id = k.academic_year_id AND y.state = 'open'
      WHERE g.state = 'active' AND g.consent_version IS NOT NULL
      ORDER BY p.id, a.id, u.first_name, u.id`,
    { day },
  );
}

function readEntries(db: Db, day: string): Promise<Entry[]> {
  const from = (record: string) =>
    `FROM ${record} r JOIN lesson l ON l.id = r.lesson_id JOIN course c ON c.id = l.course_id
       JOIN subject s ON s.id = c.subject_id
      WHERE r.date = :day AND r.state = 'active'
        AND r.pupil_id IN (SELECT pupil_id FROM guardianship WHERE state = 'active')`;
  return db.select<Entry>(
    `SELECT r.pupil_id AS "pupilId", s.name AS subject, l.number, r.id, r.value, r.kind,
            NULL AS code ${from('mark')}
     UNION ALL SELECT r.pupil_id, s.name, l.number, r.id, NULL, '', r.code ${from('absence')}
      ORDER BY 3, 4`,
    { day },
  );
}

/** Pupils of the courses that only a part of a class is taught, by course. */
async function readGroups(db: Db): Promise<Map<number, Set<number>>> {
  const rows = await db.select<{ courseId: number; pupilId: number | null }>(
    `SELECT c.id AS "courseId", g.pupil_id AS "pupilId"
       FROM course c LEFT JOIN course_pupil g ON g.course_id = c.id WHERE c.group_name <> ''`,
  );
  const groups = groupBy(rows, ({ courseId }) => courseId);
  return new Map(
    [...groups].map(([courseId, own]) => [courseId, new Set(own.map((row) => row.pupilId ?? 0))]),
  );
}

/** By class: what was given for its next school day. */
async function readHomework(
  db: Db,
  day: string,
  classes: readonly Recipient[],
  calendars: Map<number, SchoolDays>,
): Promise<Map<number, ClassHomework>> {
  const next = new Map<number, string>();
  for (const { classId } of classes) {
    const days = calendars.get(classId);
    const date = days && schoolDayFrom(days, day, 1);
    if (date) {
      next.set(classId, date);
    }
  }
  const dates = [...next.values()].sort();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) {
    return new Map();
  }
  const timetable = await readTimetable(db, { classIds: [...next.keys()], from, to });
  const runs = (classId: number, date: string) => {
    const days = calendars.get(classId);
    return days !== undefined && isSchoolDay(days, date);
  };
  return new Map(
    [...next].map(([classId, date]) => {
      const lessons = timetable.on(date, (id) => id === classId);
      const lines = lessons
        .filter((lesson) => lesson.classId === classId && lesson.change === null)
        .flatMap(({ courseId, subject, number }) => {
          const due = timetable.due(courseId, { date, number }, runs);
          return due === null ? [] : [{ courseId, subject, text: due.text }];
        });
      return [classId, { date, lines }];
    }),
  );
}

function entriesOf(entries: readonly Entry[]): Pick<DigestChild, 'marks' | 'absences'> {
  return {
    marks: entries.flatMap(({ code, subject, value, kind }) =>
      code === null ? [{ subject, value, kind }] : [],
    ),
    absences: entries.flatMap(({ code, subject, number }) =>
      code === null ? [] : [{ subject, number, code }],
    ),
  };
}

function homeworkOf(
  homework: ClassHomework,
  groups: Map<number, Set<number>>,
  pupilId: number,
): DigestChild['homework'] {
  const taught = (courseId: number) => groups.get(courseId)?.has(pupilId) ?? true;
  const lines = homework?.lines.filter(({ courseId }) => taught(courseId)) ?? [];
  return homework && lines.length > 0
    ? { date: homework.date, lines: lines.map(({ subject, text }) => ({ subject, text })) }
    : null;
}
